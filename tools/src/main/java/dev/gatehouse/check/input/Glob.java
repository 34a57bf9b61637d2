package dev.gatehouse.check.input;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A pattern for paths with {@code /} between their parts: {@code *} and {@code ?} within a part, {@code **} for any number of
 * parts, <code>{a,b}</code> for alternatives. A pattern that is a folder's path matches all below it.
 */
public record Glob(String pattern) {
    private static final String SPECIAL = "*?{";
    private static final Pattern PART = Pattern.compile("\\*\\*/|\\*\\*|\\*|\\?|\\{[^{}]*}|[^*?{]+|\\{");

    /** Whether a name is to be expanded here, as a shell would have done that was not asked to. */
    static boolean is(String name) {
        return name.chars().anyMatch(each -> SPECIAL.indexOf(each) >= 0);
    }

    /** The folder that everything that matches is below. */
    String folder() {
        String path = pattern.replace('\\', '/');
        int special =
                (int) path.chars().takeWhile(each -> SPECIAL.indexOf(each) < 0).count();
        return path.substring(0, path.lastIndexOf('/', special) + 1);
    }

    public boolean matches(String path) {
        return Pattern.compile(regex(pattern.replace('\\', '/')
                                .replaceFirst("^\\./", "")
                                .replaceFirst("/$", ""))
                        + "(?:/.*)?")
                .matcher(path.replace('\\', '/'))
                .matches();
    }

    private static String regex(String pattern) {
        return PART.matcher(pattern).replaceAll(part -> Matcher.quoteReplacement(regexOfPart(part.group())));
    }

    private static String regexOfPart(String part) {
        return switch (part) {
            case "**/" -> "(?:[^/]+/)*";
            case "**" -> ".*";
            case "*" -> "[^/]*";
            case "?" -> "[^/]";
            default ->
                part.startsWith("{") && part.endsWith("}")
                        ? Stream.of(part.substring(1, part.length() - 1).split(",", -1))
                                .map(Glob::regex)
                                .collect(Collectors.joining("|", "(?:", ")"))
                        : Pattern.quote(part);
        };
    }
}
