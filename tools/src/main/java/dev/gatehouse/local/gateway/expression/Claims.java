package dev.gatehouse.local.gateway.expression;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A token's claims as API Management shows them: every claim an array of strings. */
public record Claims(Map<String, List<String>> values) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Claims {
        values = Map.copyOf(values);
    }

    /** Turns JSON values into arrays of strings; null is left out, as a claim and in an array. */
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
        Collection<?> several = value instanceof Collection<?> list ? list : List.of(value);
        return several.stream().filter(Objects::nonNull).map(Claims::string).toList();
    }

    /** An object or a list within a list as JSON. */
    private static String string(Object value) {
        return value instanceof Map<?, ?> || value instanceof Collection<?>
                ? JSON.valueToTree(value).toString()
                : value.toString();
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
