package dev.gatehouse.local.gateway.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A token's claims as API Management shows them: every claim an array of strings. */
public record Claims(Map<String, List<String>> values) {

    public Claims {
        values = Map.copyOf(values);
    }

    /** Turns JSON values into arrays of strings; a claim that is null is left out. */
    public static Claims of(Map<String, ? extends @Nullable Object> json) {
        Map<String, List<String>> values = new HashMap<>();
        json.forEach((name, value) -> {
            if (value != null) {
                values.put(name, strings(value));
            }
        });
        return new Claims(values);
    }

    private static List<String> strings(Object value) {
        if (!(value instanceof Collection<?> several)) {
            return List.of(value.toString());
        }
        List<String> strings = new ArrayList<>();
        several.forEach(one -> strings.add(String.valueOf(one)));
        return List.copyOf(strings);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** A claim's values; empty when the claim is absent. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Several values as one, comma-separated, as {@code GetValueOrDefault} gives them. */
    public Optional<String> joined(String name) {
        return Optional.ofNullable(values.get(name)).map(all -> String.join(",", all));
    }
}
