package dev.gatehouse.local.journey;

import dev.gatehouse.token.Redaction;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes whatever gets into a journey fit to be shown: bounded, and without anything like a token or a key. */
final class Shown {
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7e]");
    private static final int LONGEST = 1_000;
    private static final int MOST_ENTRIES = 60;

    private Shown() {}

    /** For names that are ours: nothing that a terminal would obey. */
    static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("?");
    }

    /** Word by word, so that a list of ids is not cut off after the third. */
    static String text(String text) {
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) + " ..." : text;
        return Arrays.stream(bounded.split(" ", -1)).map(Redaction::of).collect(Collectors.joining(" "));
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
