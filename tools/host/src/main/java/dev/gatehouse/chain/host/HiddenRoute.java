package dev.gatehouse.chain.host;

import dev.gatehouse.chain.host.RouteTemplate.Literal;
import dev.gatehouse.chain.host.RouteTemplate.Parameter;
import dev.gatehouse.chain.host.RouteTemplate.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A function whose calls another one answers.
 *
 * @param hiding the function that the host finds first
 * @param hidden the function that is not reached
 * @param why with both routes, in words
 */
public record HiddenRoute(String hiding, String hidden, String why) {

    /**
     * A function and what it is called with.
     *
     * @param route below the route prefix
     * @param methods in upper case; empty for every method
     */
    public record Routed(String function, String route, Set<String> methods) {}

    /**
     * What the routes of functions do to each other.
     *
     * @param unread a line for each route that this host cannot read, so that nothing is known about it
     */
    public record ComparedRoutes(List<HiddenRoute> hidden, List<String> unread) {
        public ComparedRoutes {
            hidden = List.copyOf(hidden);
            unread = List.copyOf(unread);
        }
    }

    /** Compares the routes of functions that are declared. */
    public static ComparedRoutes compare(String prefix, List<Routed> functions) {
        List<Named> named = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (Routed each : functions) {
            try {
                RouteTemplate route = RouteTemplate.parse(prefix, each.route());
                named.add(new Named(each.function(), new TriggerBinding(route, each.methods(), AuthLevel.FUNCTION)));
            } catch (IllegalArgumentException unreadable) {
                unread.add("the route " + each.route() + " of function " + each.function() + " was not compared: "
                        + unreadable.getMessage());
            }
        }
        return new ComparedRoutes(among(named), unread);
    }

    record Named(String function, TriggerBinding trigger) {}

    static List<HiddenRoute> among(List<Named> functions) {
        List<Named> ordered = functions.stream()
                .sorted(Comparator.comparing(each -> each.function().toUpperCase(Locale.ROOT)))
                .toList();
        List<HiddenRoute> found = new ArrayList<>();
        for (int first = 0; first < ordered.size(); first++) {
            Named earlier = ordered.get(first);
            for (Named later : ordered.subList(first + 1, ordered.size())) {
                if (earlier.trigger().sharesAMethodWith(later.trigger())) {
                    compare(
                            earlier.function(),
                            earlier.trigger().route(),
                            later.function(),
                            later.trigger().route(),
                            found);
                }
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
