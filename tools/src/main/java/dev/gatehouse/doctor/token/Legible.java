package dev.gatehouse.doctor.token;

import dev.gatehouse.redaction.Redaction;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes a token's values fit to be shown: bounded, without anything like a token or a key. */
final class Legible {
    private static final int MOST = 40;

    private Legible() {}

    static Object value(Object value) {
        if (value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> shown = new LinkedHashMap<>();
            map.entrySet().stream()
                    .limit(MOST)
                    .forEach(each -> shown.put(Redaction.of(String.valueOf(each.getKey())), value(each.getValue())));
            return shown;
        }
        return value instanceof Collection<?> several
                ? several.stream().limit(MOST).map(Legible::value).toList()
                : Redaction.of(String.valueOf(value));
    }

    /** The same on one line. */
    static String text(Object value) {
        return value instanceof Collection<?> several
                ? several.stream().map(Legible::text).collect(Collectors.joining(" "))
                : String.valueOf(value);
    }
}
