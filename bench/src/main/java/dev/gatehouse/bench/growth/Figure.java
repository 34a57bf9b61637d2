package dev.gatehouse.bench.growth;

import java.util.Locale;
import java.util.Optional;

/**
 * One figure, sent by the measuring JVM.
 *
 * @param size the number of tokens or operations
 */
record Figure(Kind kind, int size, double value, double error) {
    private static final String MARK = "figure";

    /** What the figure measures. */
    enum Kind {
        /** Microseconds for a call with one of so many tokens. */
        TOKENS,
        /** Microseconds for a call with so many operations in the contract. */
        OPERATIONS,
        /** Bytes allocated by a call with one of so many tokens. */
        BYTES,
        /** Live bytes after so many tokens. */
        RETAINED_TOKENS,
        /** Live bytes after so many keys were read for each of two token versions. */
        RETAINED_KEYS
    }

    void print() {
        System.out.println(String.format(Locale.ROOT, "%s %s %d %.3f %.3f", MARK, kind, size, value, error));
    }

    static Optional<Figure> parse(String line) {
        String[] words = line.split(" ", -1);
        return words.length == 5 && words[0].equals(MARK)
                ? Optional.of(new Figure(
                        Kind.valueOf(words[1]),
                        Integer.parseInt(words[2]),
                        Double.parseDouble(words[3]),
                        Double.parseDouble(words[4])))
                : Optional.empty();
    }
}
