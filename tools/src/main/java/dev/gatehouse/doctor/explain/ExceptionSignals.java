package dev.gatehouse.doctor.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Exceptions of Java, .NET, Python, JavaScript and Go, with their place in the chain of causes. */
final class ExceptionSignals {
    private static final int MESSAGE = 400;
    /** A qualified name is not longer. */
    private static final int NAME = 400;
    /** Lines of one trace are close together. */
    private static final int TRACE = 20_000;

    private static final Pattern THROWN = Pattern.compile(
            "(Caused by: |---> )?+((?:[A-Za-z_$][\\w$]{0,80}[./]){0,12}+[A-Z][\\w$]{0,100}(?:Exception|Error|Failure|Unavailable))\\b(?=:|$|\\s|'|\\))");
    private static final Pattern FILE = Pattern.compile("class file version (\\d{2})(?:\\.\\d+)?");
    private static final Pattern CAST =
            Pattern.compile("(?:class )?([\\w.$]{1,200}) cannot be cast to (?:class )?([\\w.$]{1,200})");
    private static final Pattern RUNTIME = Pattern.compile("versions up to (\\d{2})(?:\\.\\d+)?");
    /** Java 1.0 has class files of version 44 (Java Virtual Machine Specification, table 4.1-A). */
    private static final int FIRST_CLASS_FILE = 44;

    private static final List<String> CAUSES = List.of("Caused by: ", "---> ");

    /** The frames of a Java trace, below an exception's message. */
    private static final Pattern FRAME = Pattern.compile("(?m)^at (?:[\\w.@-]+/{1,2})?([\\w$.]+)\\.[\\w$<>]+\\(");

    /** Packages of which an app's own code is not. */
    private static final Pattern LIBRARY = Pattern.compile(
            "(?:javax?|jdk|sun|com\\.sun|kotlin|scala|groovy|com\\.microsoft|com\\.azure|org\\.springframework|org\\.apache|io\\.netty|reactor"
                    + "|com\\.fasterxml|com\\.nimbusds|com\\.google|org\\.hibernate|org\\.postgresql|com\\.mysql|io\\.micronaut|io\\.quarkus"
                    + "|okhttp3|retrofit2|org\\.codehaus|org\\.gradle|dev\\.gatehouse)\\..*");

    private ExceptionSignals() {}

    static final List<Anchored> ALL = List.of(Anchored.of("(?!)", 0, "exception", "error", "failure", "unavailable"));

    static List<Signal> in(String text, Map<String, List<Integer>> places) {
        List<Signal> found = new ArrayList<>();
        Matcher thrown = THROWN.matcher(text);
        Signal.CausedBy last = new Signal.CausedBy(-1, 0);
        Tally tally = new Tally();
        int before = -TRACE;
        int end = 0;
        for (int at : sorted(places)) {
            int from = begin(text, at);
            if (at < end
                    || !thrown.region(from, Math.min(text.length(), at + NAME)).lookingAt()) {
                continue;
            }
            end = thrown.end();
            boolean cause = thrown.group(1) != null && thrown.start() - before < TRACE;
            last = cause
                    ? new Signal.CausedBy(last.begin(), last.depth() + 1)
                    : new Signal.CausedBy(thrown.start(2), 0);
            before = thrown.start();
            String name = thrown.group(2);
            if (tally.isNew(name)) {
                found.add(new Signal(
                        "exception:" + simple(name), thrown.start(2), details(name, text, thrown.end()), last));
            }
        }
        return found;
    }

    private static int[] sorted(Map<String, List<Integer>> places) {
        return ALL.get(0).words().stream()
                .flatMap(word -> places.getOrDefault(word, List.of()).stream())
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    /** Where the name begins that goes on there, with the words that make it a cause. */
    private static int begin(String text, int at) {
        int begin = at;
        while (begin > 0 && at - begin < NAME && isOfName(text.charAt(begin - 1))) {
            begin--;
        }
        for (String cause : CAUSES) {
            if (text.startsWith(cause, begin - cause.length())) {
                return begin - cause.length();
            }
        }
        return begin;
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '$' || c == '_' || c == '/';
    }

    private static Map<String, String> details(String name, String text, int from) {
        String after = text.substring(from, Math.min(text.length(), from + MESSAGE));
        Map<String, String> details = new HashMap<>(Map.of("class", name, "message", message(after)));
        thrownBy(text, from).ifPresent(by -> details.put("thrown-by", by));
        Matcher cast = CAST.matcher(after);
        if (cast.find() && simple(cast.group(1)).equals(simple(cast.group(2)))) {
            details.put("same-class", "yes");
        }
        java(FILE, after, "compiled", details);
        java(RUNTIME, after, "runs", details);
        return details;
    }

    /** The class of the app that threw it, or called the JDK's method that did; empty if a library did. */
    private static Optional<String> thrownBy(String text, int from) {
        Matcher frame = FRAME.matcher(text).region(from, Math.min(text.length(), from + 4 * MESSAGE));
        int exception = text.indexOf("Caused by: ", from);
        while (frame.find() && (exception < 0 || frame.start() < exception)) {
            String type = frame.group(1);
            if (!LIBRARY.matcher(type).matches()) {
                return Optional.of(type);
            }
            if (!type.startsWith("java.") && !type.startsWith("jdk.") && !type.startsWith("java.base")) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static String simple(String name) {
        return name.substring(
                Math.max(name.lastIndexOf('.'), Math.max(name.lastIndexOf('/'), name.lastIndexOf('$'))) + 1);
    }

    private static String message(String after) {
        String line = after.lines().findFirst().orElse("");
        return line.startsWith(":") ? line.substring(1).strip() : line.strip();
    }

    private static void java(Pattern version, String message, String name, Map<String, String> details) {
        Matcher found = version.matcher(message);
        if (found.find()) {
            details.put(name, "Java " + (Integer.parseInt(found.group(1)) - FIRST_CLASS_FILE));
        }
    }
}
