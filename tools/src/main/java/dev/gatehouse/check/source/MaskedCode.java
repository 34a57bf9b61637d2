package dev.gatehouse.check.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A text of code whose structure can be read.
 *
 * @param masked as long as the text; comments are blank, and so is what strings contain
 * @param comments from their first slash to their end
 */
record MaskedCode(String text, Language language, String masked, List<Range> comments) {
    private static final char FILLER = '_';

    static MaskedCode of(String text, Language language) {
        StringBuilder masked = new StringBuilder(text);
        List<Range> comments = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = commentEnd(text, at);
            if (end > at) {
                comments.add(new Range(at, end));
                fill(masked, at, end, ' ');
            } else if (text.charAt(at) == language.quote()) {
                end = new StringEnd(text, language).of(at);
                fill(masked, at + 1, end - 1, FILLER);
            } else {
                end = at + 1;
            }
            at = end;
        }
        return new MaskedCode(text, language, masked.toString(), List.copyOf(comments));
    }

    private static int commentEnd(String text, int at) {
        if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end;
        }
        if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            return end < 0 ? text.length() : end + 2;
        }
        return at;
    }

    private static void fill(StringBuilder masked, int from, int to, char filler) {
        for (int at = from; at < to; at++) {
            if (masked.charAt(at) != '\n') {
                masked.setCharAt(at, filler);
            }
        }
    }

    /** What a comment is about: the item that it follows on a line, else the item behind it. */
    Range about(Range comment) {
        int lineStart = masked.lastIndexOf('\n', comment.from()) + 1;
        if (!masked.substring(lineStart, comment.from()).isBlank()) {
            int lineEnd = masked.indexOf('\n', comment.from());
            return new Range(lineStart, lineEnd < 0 ? masked.length() : lineEnd);
        }
        int start = skipped(comment.to());
        int end = itemEnd(start);
        int last = start;
        while (last < masked.length() && masked.charAt(last) == '@') { // a decorator belongs to what it decorates
            last = skipped(end);
            end = itemEnd(last);
        }
        return new Range(start, end);
    }

    /** The first character that is no white space, or the end. */
    int skipped(int from) {
        int at = from;
        while (at < masked.length() && Character.isWhitespace(masked.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Behind the bracket that closes an opening one. */
    int closed(int opening) {
        int depth = 0;
        for (int at = opening; at < masked.length(); at++) {
            char each = masked.charAt(at);
            depth += isOpening(each) ? 1 : isClosing(each) ? -1 : 0;
            if (depth == 0) {
                return at + 1;
            }
        }
        return masked.length();
    }

    /** Where an item ends: outside of brackets of its own, at what separates items, or at a bracket that closes. */
    int itemEnd(int start) {
        int depth = 0;
        for (int at = start; at < masked.length(); at++) {
            char each = masked.charAt(at);
            if (isOpening(each)) {
                depth++;
            } else if (isClosing(each) && --depth < 0 || depth == 0 && isEnd(each)) {
                return at;
            }
        }
        return masked.length();
    }

    private boolean isEnd(char each) {
        return each == language.end() || each == ',';
    }

    private static boolean isOpening(char each) {
        return each == '{' || each == '[' || each == '(';
    }

    private static boolean isClosing(char each) {
        return each == '}' || each == ']' || each == ')';
    }
}
