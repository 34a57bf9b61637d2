package dev.gatehouse.chain.host;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A route with its prefix, such as {@code api/accounts/{id:int?}}. */
record RouteTemplate(List<Segment> segments) {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\*?)([\\w-]+)(?::(\\w+))?(\\??)}");

    RouteTemplate {
        segments = List.copyOf(segments);
    }

    /** One segment; if it does not accept the value, the route does not match. */
    sealed interface Segment {
        boolean takes(String value);

        /** Routes with lower digits are tried first (ASP.NET's inbound precedence). */
        int precedence();
    }

    record Literal(String text) implements Segment {
        @Override
        public boolean takes(String value) {
            return text.equalsIgnoreCase(value);
        }

        @Override
        public int precedence() {
            return 1;
        }
    }

    record Parameter(String name, RouteConstraint constraint, boolean optional, boolean rest) implements Segment {
        @Override
        public boolean takes(String value) {
            return !value.isEmpty() && constraint.admits(value);
        }

        @Override
        public int precedence() {
            return (constraint == RouteConstraint.NONE ? 3 : 2) + (rest ? 2 : 0);
        }
    }

    /** @throws IllegalArgumentException when this host does not support the route */
    static RouteTemplate parse(String prefix, String route) {
        return new RouteTemplate(Arrays.stream((prefix + "/" + route).split("/"))
                .filter(part -> !part.isEmpty())
                .map(RouteTemplate::segment)
                .toList());
    }

    private static Segment segment(String part) {
        if (!part.contains("{")) {
            return new Literal(part);
        }
        Matcher parameter = PARAMETER.matcher(part);
        if (!parameter.matches()) {
            throw new IllegalArgumentException("the local host cannot read the route segment " + part);
        }
        return new Parameter(
                parameter.group(2),
                RouteConstraint.of(parameter.group(3)),
                !parameter.group(4).isEmpty(),
                !parameter.group(1).isEmpty());
    }

    String precedence() {
        return segments.stream()
                .map(segment -> Integer.toString(segment.precedence()))
                .collect(Collectors.joining());
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

    private static boolean mayBeAbsent(Segment segment) {
        return segment instanceof Parameter parameter && (parameter.optional() || parameter.rest());
    }
}
