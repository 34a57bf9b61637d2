package dev.gatehouse.chain.trace;

import dev.gatehouse.redaction.Redaction;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes whatever gets into a trace fit to be shown: bounded, and without anything like a token or a key. */
final class Shown {
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7e]");
    /** Stands for what is not shown. */
    static final String HIDDEN = "[redacted]";

    /** Stands at the end of what is shown in part. */
    static final String CUT = "...";

    /** What proves who sends a request, after its scheme (RFC 9110 §11.4). */
    private static final Pattern CREDENTIALS = Pattern.compile(
            "(?i)\\b(basic|bearer|digest|negotiate|ntlm|sharedkey|sharedaccesssignature)(\\s+)[A-Za-z0-9+/=._~-]{8,}");
    /** A parameter of a query or of a connection string. */
    private static final Pattern PARAMETER = Pattern.compile(
            "(?i)((?:key|secret|password|passwd|pwd|pw|token|cookie|sig|signature|code)=)[^\\s&;,\"']+");

    private static final int LONGEST = 1_000;
    /** So much of a text is looked at: what is not shown is left out only then. */
    private static final int MOST_READ = 16 * LONGEST;

    private static final int MOST_ENTRIES = 60;

    private Shown() {}

    /** For names that are ours: nothing that a terminal would obey. */
    static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("?");
    }

    /** Word by word, so that a list of ids is not cut off after the third; cut off only once nothing secret is in it. */
    static String text(String text) {
        String named = PARAMETER
                .matcher(CREDENTIALS.matcher(read(text)).replaceAll("$1$2[redacted]"))
                .replaceAll("$1[redacted]");
        String shown = Arrays.stream(named.split(" ", -1)).map(Redaction::of).collect(Collectors.joining(" "));
        return shown.length() > LONGEST ? shown.substring(0, LONGEST) + " " + CUT : shown;
    }

    /** Whole words of a text, but for one that is too long to be looked at; that one {@link Redaction} cuts off. */
    private static String read(String text) {
        if (text.length() <= MOST_READ) {
            return text;
        }
        int blank = text.lastIndexOf(' ', MOST_READ);
        return blank > 0 ? text.substring(0, blank) : text.substring(0, MOST_READ);
    }

    /** What is shown already, without the values that are secret. */
    static Map<String, Object> without(Secrets secrets, Map<?, ?> values) {
        Map<String, Object> hidden = new LinkedHashMap<>();
        values.forEach((name, value) -> hidden.put(secrets.hidden(String.valueOf(name)), without(secrets, value)));
        return hidden;
    }

    private static Object without(Secrets secrets, Object value) {
        if (value instanceof Map<?, ?> map) {
            return without(secrets, map);
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(each -> without(secrets, each)).toList();
        }
        return value instanceof String text ? secrets.hidden(text) : value;
    }

    static Map<String, Object> map(Map<?, ?> values) {
        Map<String, Object> shown = new LinkedHashMap<>();
        values.entrySet().stream()
                .limit(MOST_ENTRIES)
                .forEach(entry -> shown.put(text(String.valueOf(entry.getKey())), value(entry.getValue())));
        return Collections.unmodifiableMap(shown);
    }

    private static Object value(Object value) {
        if (value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        return value instanceof Collection<?> several ? list(several) : text(String.valueOf(value));
    }

    private static List<Object> list(Collection<?> values) {
        return values.stream().limit(MOST_ENTRIES).map(Shown::value).toList();
    }
}
