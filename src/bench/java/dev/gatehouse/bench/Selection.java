package dev.gatehouse.bench;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What is run, and how long: {@code quick} or {@code full}, and perhaps {@code gateway}, {@code load} or {@code token}.
 *
 * @param parts never empty
 */
record Selection(boolean quick, Set<Part> parts) {

    /** The parts that can be run alone. */
    enum Part {
        GATEWAY,
        LOAD,
        TOKEN
    }

    /** @throws IllegalArgumentException for a word that means nothing here; the message says which do */
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
                    "-Dbench takes quick or full, and gateway, load or token to run that part only, joined by"
                            + " commas; not " + word,
                    unknown);
        }
    }
}
