package dev.gatehouse.local.gateway.expression;

import org.jspecify.annotations.Nullable;

/** Operations of C#'s {@code string} where they differ from Java's, or have to be bounded. */
final class Text {
    /** No expression makes a longer text: a few steps could otherwise fill the memory with what a client sent. */
    static final int LONGEST = 1 << 20;

    private Text() {}

    /** Upper case as the invariant culture has it: one character for one, the dotless i as it is. */
    static String upper(String text) {
        return mapped(text, c -> c == '\u0131' ? c : Character.toUpperCase(c));
    }

    /** Lower case as the invariant culture has it: one character for one, the dotted I as it is. */
    static String lower(String text) {
        return mapped(text, c -> c == '\u0130' ? c : Character.toLowerCase(c));
    }

    private interface Mapping {
        char of(char character);
    }

    private static String mapped(String text, Mapping mapping) {
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            characters[i] = mapping.of(characters[i]);
        }
        return new String(characters);
    }

    /** Two texts as one; null counts as empty. */
    static String joined(@Nullable Object one, @Nullable Object other) {
        String first = one == null ? "" : (String) one;
        String second = other == null ? "" : (String) other;
        return bounded((long) first.length() + second.length(), () -> first + second);
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
