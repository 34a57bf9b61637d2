package dev.gatehouse.chain.gateway.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A C# {@code string[]}. */
record Strings(List<String> values) {

    Strings {
        values = List.copyOf(values);
    }

    /** {@code Split()} without arguments: at every white space character, keeping empty entries. */
    static Strings split(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            if (isWhiteSpace(text.charAt(at))) {
                parts.add(text.substring(start, at));
                start = at + 1;
            }
        }
        parts.add(text.substring(start));
        return new Strings(parts);
    }

    /** The parts between separators, including empty ones. */
    static Strings split(String text, String separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, start)) {
            parts.add(text.substring(start, at));
            start = at + separator.length();
        }
        parts.add(text.substring(start));
        return new Strings(parts);
    }

    /** As {@code Char.IsWhiteSpace}, which includes no-break spaces. */
    static boolean isWhiteSpace(char character) {
        return Character.isSpaceChar(character) || (character >= '\t' && character <= '\r') || character == '\u0085';
    }

    String at(int index) {
        if (index < 0 || index >= values.size()) {
            throw new ExpressionFailed("index " + index + " is outside an array of length " + values.size());
        }
        return values.get(index);
    }

    @Nullable
    String firstOrNull() {
        return values.isEmpty() ? null : values.get(0);
    }

    @Nullable
    String lastOrNull() {
        return values.isEmpty() ? null : values.get(values.size() - 1);
    }
}
