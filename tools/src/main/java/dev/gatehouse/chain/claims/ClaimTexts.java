package dev.gatehouse.chain.claims;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Claims as .NET shows them (Microsoft.IdentityModel 7.5 and newer): every claim as a list of texts. JSON's null is an empty text, also
 * within a list; an empty list is no claim; an object, or a list within a list, is its JSON.
 */
public final class ClaimTexts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ClaimTexts() {}

    /** Of all claims, by their names. */
    public static Map<String, List<String>> of(Map<String, ? extends @Nullable Object> claims) {
        Map<String, List<String>> texts = new HashMap<>();
        claims.forEach((name, value) -> {
            if (!(value instanceof Collection<?> several)) {
                texts.put(name, List.of(text(value)));
            } else if (!several.isEmpty()) {
                texts.put(name, several.stream().map(ClaimTexts::text).toList());
            }
        });
        return texts;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Number number) {
            return NumberText.of(number);
        }
        if (value instanceof Map<?, ?> || value instanceof Collection<?>) {
            return JSON.valueToTree(value).toString();
        }
        return value == null ? "" : value.toString();
    }
}
