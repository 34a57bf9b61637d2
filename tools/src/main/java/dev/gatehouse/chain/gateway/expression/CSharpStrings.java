package dev.gatehouse.chain.gateway.expression;

import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Operations of C#'s {@code string} where they differ from Java's, or must be limited. */
final class CSharpStrings {
    /** The longest text that an expression may create: otherwise a client's text could fill the memory in a few steps. */
    static final int LONGEST = 1 << 20;

    private static final int DOTTED_I = 0x130;
    private static final int DOTLESS_I = 0x131;
    private static final int LONG_S = 0x17F;

    private CSharpStrings() {}

    /** Upper case of the invariant culture: one letter for each letter; the dotless i stays. */
    static String upper(String text) {
        return mapped(text, letter -> letter == DOTLESS_I ? letter : Character.toUpperCase(letter));
    }

    /** Lower case of the invariant culture: one letter for each letter; the dotted I stays. */
    static String lower(String text) {
        return mapped(text, letter -> letter == DOTTED_I ? letter : Character.toLowerCase(letter));
    }

    /** The form that {@code OrdinalIgnoreCase} compares: upper case, except that the long s is not an S. */
    static String folded(String text) {
        return mapped(text, letter -> letter == DOTLESS_I || letter == LONG_S ? letter : Character.toUpperCase(letter));
    }

    private static String mapped(String text, IntUnaryOperator mapping) {
        return text.codePoints()
                .map(mapping)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Two texts joined; null counts as empty. */
    static String joined(@Nullable Object one, @Nullable Object other) {
        String first = one == null ? "" : (String) one;
        String second = other == null ? "" : (String) other;
        return bounded((long) first.length() + second.length(), () -> first + second);
    }

    /** {@code string.Join}: a separator that is null counts as empty. */
    static String joined(@Nullable String separator, Strings parts) {
        String between = separator == null ? "" : separator;
        long length = Math.max(0, parts.values().size() - 1L) * between.length()
                + parts.values().stream().mapToLong(String::length).sum();
        return bounded(length, () -> String.join(between, parts.values()));
    }

    static String replaced(String text, String part, @Nullable String by) {
        if (part.isEmpty()) {
            throw new ExpressionFailed("Replace of an empty text");
        }
        String replacement = by == null ? "" : by;
        long times = Strings.split(text, part).values().size() - 1L;
        long length = text.length() + times * (replacement.length() - part.length());
        return bounded(length, () -> text.replace(part, replacement));
    }

    static String part(String text, int start, int length) {
        if (start < 0 || length < 0 || length > text.length() - start) {
            throw new ExpressionFailed("Substring outside of a text of " + text.length());
        }
        return text.substring(start, start + length);
    }

    static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && Strings.isWhiteSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && Strings.isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static String bounded(long length, java.util.function.Supplier<String> text) {
        if (length > LONGEST) {
            throw new ExpressionFailed("a text of more than " + LONGEST + " characters");
        }
        return text.get();
    }
}
