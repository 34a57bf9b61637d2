package dev.gatehouse.check.rules;

import dev.gatehouse.deployment.ResourceValue;
import java.util.Arrays;
import java.util.List;

/**
 * What a property has to be.
 *
 * @param texts as JSON writes them, without quotes
 * @param listed whether it has to be one of these, or none of them
 * @param absent whether it may be left out, as Azure's default is good
 */
record ExpectedValue(List<String> texts, boolean listed, boolean absent) {
    ExpectedValue {
        texts = List.copyOf(texts);
    }

    /** Has to be written, and one of these. */
    static ExpectedValue stated(String... texts) {
        return new ExpectedValue(Arrays.asList(texts), true, false);
    }

    /** One of these, or left out. */
    static ExpectedValue orLeftOut(String... texts) {
        return new ExpectedValue(Arrays.asList(texts), true, true);
    }

    /** Anything else than these. */
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
