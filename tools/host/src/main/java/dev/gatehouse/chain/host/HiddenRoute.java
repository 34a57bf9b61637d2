package dev.gatehouse.chain.host;

import dev.gatehouse.chain.host.RouteTemplate.Literal;
import dev.gatehouse.chain.host.RouteTemplate.Parameter;
import dev.gatehouse.chain.host.RouteTemplate.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A function whose calls another one answers.
 *
 * @param hiding the function that the host finds first
 * @param hidden the function that is not reached
 * @param why with both routes, in words
 */
public record HiddenRoute(String hiding, String hidden, String why) {

    static List<HiddenRoute> among(List<StagedFunction> functions) {
        List<HiddenRoute> found = new ArrayList<>();
        for (int first = 0; first < functions.size(); first++) {
            for (StagedFunction later : functions.subList(first + 1, functions.size())) {
                StagedFunction earlier = functions.get(first);
                earlier.http().ifPresent(taking -> later.http().ifPresent(losing -> {
                    if (taking.sharesAMethodWith(losing)) {
                        compare(earlier.name(), taking.route(), later.name(), losing.route(), found);
                    }
                }));
            }
        }
        return List.copyOf(found);
    }

    private static void compare(
            String hiding, RouteTemplate taking, String hidden, RouteTemplate losing, List<HiddenRoute> found) {
        boolean isWhole = variants(losing).stream().allMatch(path -> anyCovers(taking, path));
        boolean isPart = variants(losing).stream()
                .anyMatch(path -> variants(taking).stream().anyMatch(other -> meetsMoreExactly(path, other)));
        if (isWhole || isPart) {
            found.add(new HiddenRoute(
                    hiding,
                    hidden,
                    "the host tries functions by name, so " + taking + " of " + hiding + " answers "
                            + (isWhole ? "every path" : "some paths") + " of " + losing + " of " + hidden));
        }
    }

    /** The route without its optional segments, and with one after the other of them. */
    private static List<List<Segment>> variants(RouteTemplate route) {
        List<Segment> all = route.segments();
        long needed = all.stream()
                .filter(segment -> !RouteTemplate.mayBeAbsent(segment))
                .count();
        return IntStream.rangeClosed((int) needed, all.size())
                .mapToObj(length -> all.subList(0, length))
                .toList();
    }

    private static boolean anyCovers(RouteTemplate taking, List<Segment> path) {
        return variants(taking).stream().anyMatch(other -> covers(other, path));
    }

    private static boolean covers(List<Segment> taking, List<Segment> path) {
        for (int at = 0; at < taking.size(); at++) {
            boolean isRest = isRest(taking.get(at));
            if (at >= path.size() || (isRest(path.get(at)) && !isRest) || !covers(taking.get(at), path.get(at))) {
                return false;
            }
            if (isRest) {
                return true;
            }
        }
        return taking.size() == path.size();
    }

    private static boolean covers(Segment taking, Segment other) {
        if (other instanceof Literal literal) {
            return taking.takes(literal.text());
        }
        return taking instanceof Parameter parameter
                && other instanceof Parameter narrower
                && texts(narrower).containsAll(texts(parameter));
    }

    /** Whether a path may match both, and the hidden one describes it more exactly from the left, as ASP.NET would rank them. */
    private static boolean meetsMoreExactly(List<Segment> hidden, List<Segment> taking) {
        int rank = 0;
        for (int at = 0; at < Math.max(hidden.size(), taking.size()); at++) {
            if (at >= hidden.size() || at >= taking.size()) {
                return false;
            }
            Segment own = hidden.get(at);
            Segment other = taking.get(at);
            if (own instanceof Literal literal
                    ? !other.takes(literal.text())
                    : other instanceof Literal text && !own.takes(text.text())) {
                return false;
            }
            rank = rank == 0 ? Integer.compare(looseness(own), looseness(other)) : rank;
            if (isRest(own) || isRest(other)) {
                return rank < 0;
            }
        }
        return rank < 0;
    }

    /** Literal, constrained, free, the rest of the path. */
    private static int looseness(Segment segment) {
        if (segment instanceof Parameter parameter) {
            return (parameter.rest() ? 2 : 0) + (parameter.constraints().isEmpty() ? 2 : 1);
        }
        return 0;
    }

    private static boolean isRest(Segment segment) {
        return segment instanceof Parameter parameter && parameter.rest();
    }

    private static List<String> texts(Parameter parameter) {
        return parameter.constraints().stream().map(RouteConstraint::text).toList();
    }
}
