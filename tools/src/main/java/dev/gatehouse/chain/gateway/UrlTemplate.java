package dev.gatehouse.chain.gateway;

import dev.gatehouse.chain.http.QueryString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An operation's path below the API's. Paths are compared as sent: what is not literally the template, or a plain
 * segment in place of a parameter, does not match, so that no spelling of a path has a different meaning for the backend.
 */
public record UrlTemplate(List<String> segments) {
    /** At the end: the rest of a path, of at least one segment. */
    private static final String REST = "*";

    private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");
    private static final Pattern PARAMETER = Pattern.compile("\\{[A-Za-z][A-Za-z0-9_-]*}");
    private static final Pattern SENT = Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,=:@-]|%[0-9A-Fa-f]{2})+");
    private static final Pattern PLAIN = Pattern.compile("[^/\\\\%;?#\\p{Cntrl}\ufffd]+");
    private static final Pattern DOTS = Pattern.compile("\\.+");

    public UrlTemplate {
        segments = List.copyOf(segments);
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            boolean isRest = segment.equals(REST) && i == segments.size() - 1;
            if (!isRest
                    && !LITERAL.matcher(segment).matches()
                    && !PARAMETER.matcher(segment).matches()) {
                throw new IllegalArgumentException("invalid segment of a url template: " + segment);
            }
        }
    }

    /** A function's route as a template: without constraints, and the rest of a path is a wildcard. */
    public static String ofRoute(String route) {
        return "/"
                + Stream.of(route.split("/", -1))
                        .map(segment -> segment.startsWith("{*")
                                ? REST
                                : segment.startsWith("{") ? "{" + parameterOf(segment) + "}" : segment)
                        .collect(Collectors.joining("/"));
    }

    /** The names of the parameters of that template. */
    public static List<String> parametersOfRoute(String route) {
        return Stream.of(route.split("/", -1))
                .filter(segment -> segment.startsWith("{") && !segment.startsWith("{*"))
                .map(UrlTemplate::parameterOf)
                .toList();
    }

    private static String parameterOf(String segment) {
        return segment.replaceAll("[{}*]", "").replaceFirst("[:?].*", "");
    }

    static UrlTemplate parse(String template) {
        return new UrlTemplate(List.of(template.replaceFirst("(?<=.)/$", "").split("/", -1)));
    }

    /** Whether the still encoded segments of a path match. */
    boolean matches(List<String> sent) {
        boolean hasRest = segments.get(segments.size() - 1).equals(REST);
        return (hasRest ? sent.size() >= segments.size() : sent.size() == segments.size())
                && IntStream.range(0, sent.size())
                        .allMatch(i -> matches(segments.get(Math.min(i, segments.size() - 1)), sent.get(i)));
    }

    /** The decoded parameters of a path below the API's that matches, by their names. */
    Map<String, String> parameters(String path) {
        List<String> sent = List.of(path.substring(1).split("/", -1));
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            if (isParameter(segment)) {
                parameters.put(segment.substring(1, segment.length() - 1), decoded(sent.get(i)));
            }
        }
        return parameters;
    }

    /** Sorts templates with an earlier literal before those with a parameter there; equal for templates that match the same paths. */
    String precedence() {
        return segments.stream()
                .map(segment -> segment.equals(REST) ? "\uffff\uffff" : isParameter(segment) ? "\uffff" : segment)
                .collect(Collectors.joining("/"));
    }

    private static boolean matches(String segment, String sent) {
        if (!isParameter(segment) && !segment.equals(REST)) {
            return segment.equals(sent);
        }
        String decoded = decoded(sent);
        return SENT.matcher(sent).matches()
                && PLAIN.matcher(decoded).matches()
                && !DOTS.matcher(decoded).matches();
    }

    private static String decoded(String sent) {
        return QueryString.decode(sent.replace("+", "%2B"));
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }
}
