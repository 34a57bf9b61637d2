package dev.gatehouse.bench;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What to run, and how long: {@code quick} or {@code full}, and perhaps single parts, such as {@code token}.
 *
 * @param parts never empty
 */
record Selection(boolean quick, Set<Part> parts) {

    /** The parts that can be run alone. */
    enum Part {
        COLD,
        GATEWAY,
        GROWTH,
        LOAD,
        TOKEN
    }

    /** @throws IllegalArgumentException for an unknown word; the message lists the known ones */
    static Selection of(String words) {
        boolean quick = false;
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (String word : words.split(",", -1)) {
            switch (word) {
                case "quick" -> quick = true;
                case "full" -> quick = false;
                default -> parts.add(part(word));
            }
        }
        return new Selection(quick, parts.isEmpty() ? EnumSet.allOf(Part.class) : parts);
    }

    private static Part part(String word) {
        try {
            return Part.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "-Dbench: use quick or full, and optionally the parts to run, separated by commas: "
                            + Arrays.toString(Part.values()).toLowerCase(Locale.ROOT) + "; unknown: " + word,
                    unknown);
        }
    }
}
