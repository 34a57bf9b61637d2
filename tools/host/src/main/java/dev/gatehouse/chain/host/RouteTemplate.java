package dev.gatehouse.chain.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A route with its prefix, such as {@code api/accounts/{id:int?}}. */
record RouteTemplate(List<Segment> segments) {
    private static final Pattern PARAMETER =
            Pattern.compile("\\{(\\*{0,2})([\\w-]+)((?::\\w+(?:\\([^)]*\\))?)*)(\\??)}");
    /** Slashes within braces do not separate. */
    private static final Pattern SEGMENT = Pattern.compile("(?:\\{(?:\\{\\{|}}|[^}])*}|[^/{])+");

    RouteTemplate {
        segments = List.copyOf(segments);
    }

    /** One segment; if it does not accept the value, the route does not match. */
    sealed interface Segment {
        boolean takes(String value);
    }

    record Literal(String text) implements Segment {
        @Override
        public boolean takes(String value) {
            return text.equalsIgnoreCase(value);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    record Parameter(String name, List<RouteConstraint> constraints, boolean optional, boolean rest)
            implements Segment {
        Parameter {
            constraints = List.copyOf(constraints);
        }

        @Override
        public boolean takes(String value) {
            return !value.isEmpty() && constraints.stream().allMatch(constraint -> constraint.admits(value));
        }

        @Override
        public String toString() {
            String limits = constraints.stream()
                    .map(constraint -> ":" + constraint.text())
                    .collect(Collectors.joining());
            return "{" + (rest ? "*" : "") + name + limits + (optional ? "?" : "") + "}";
        }
    }

    /** @throws IllegalArgumentException when this host does not support the route */
    static RouteTemplate parse(String prefix, String route) {
        return new RouteTemplate(SEGMENT.matcher(prefix + "/" + route)
                .results()
                .map(part -> segment(part.group()))
                .toList());
    }

    private static Segment segment(String part) {
        if (!part.contains("{") && !part.contains("}")) {
            return new Literal(part);
        }
        Matcher parameter = PARAMETER.matcher(part);
        if (!parameter.matches()) {
            throw new IllegalArgumentException("the local host cannot read the route segment " + part);
        }
        List<RouteConstraint> constraints = new ArrayList<>();
        Matcher constraint = Pattern.compile(":(\\w+(?:\\([^)]*\\))?)").matcher(parameter.group(3));
        while (constraint.find()) {
            constraints.add(RouteConstraint.of(constraint.group(1)));
        }
        return new Parameter(
                parameter.group(2),
                constraints,
                !parameter.group(4).isEmpty(),
                !parameter.group(1).isEmpty());
    }

    /** The route's parameters, when it matches the path. */
    Optional<Map<String, String>> match(List<String> path) {
        Map<String, String> values = new LinkedHashMap<>();
        int at = 0;
        for (Segment segment : segments) {
            boolean rest = segment instanceof Parameter parameter && parameter.rest();
            int end = rest ? path.size() : Math.min(at + 1, path.size());
            String value = String.join("/", path.subList(at, end));
            boolean absent = at == path.size() && mayBeAbsent(segment);
            if (!absent && !segment.takes(value)) {
                return Optional.empty();
            }
            if (!absent && segment instanceof Parameter parameter) {
                values.put(parameter.name(), value);
            }
            at = end;
        }
        return at == path.size() ? Optional.of(values) : Optional.empty();
    }

    static boolean mayBeAbsent(Segment segment) {
        return segment instanceof Parameter parameter && (parameter.optional() || parameter.rest());
    }

    @Override
    public String toString() {
        return segments.stream().map(Segment::toString).collect(Collectors.joining("/"));
    }
}
