package dev.gatehouse.check.rules;

import dev.gatehouse.deployment.ResourceValue;
import java.util.Arrays;
import java.util.List;

/**
 * The values that a property may have.
 *
 * @param texts as JSON writes them, without quotes
 * @param listed whether it must be one of these; else it must be a different value
 * @param absent whether it may be left out, as Azure's default is secure
 */
record ExpectedValue(List<String> texts, boolean listed, boolean absent) {
    ExpectedValue {
        texts = List.copyOf(texts);
    }

    /** Must be set, to one of these. */
    static ExpectedValue stated(String... texts) {
        return new ExpectedValue(Arrays.asList(texts), true, false);
    }

    /** One of these, or left out. */
    static ExpectedValue orLeftOut(String... texts) {
        return new ExpectedValue(Arrays.asList(texts), true, true);
    }

    /** Any value except these. */
    static ExpectedValue not(String... texts) {
        return new ExpectedValue(Arrays.asList(texts), false, true);
    }

    boolean holds(ResourceValue value) {
        return value.isAbsent()
                ? absent
                : texts.stream()
                                .anyMatch(text ->
                                        text.equalsIgnoreCase(value.node().asText()))
                        == listed;
    }
}
