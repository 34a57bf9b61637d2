package dev.gatehouse.xml;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A place in a text that moves forwards. */
final class Cursor {
    private final String text;
    private final int[] lineStarts;
    private int at;

    Cursor(String text) {
        this.text = text;
        this.lineStarts = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(index -> text.charAt(index) == '\n')
                                .map(index -> index + 1))
                .toArray();
    }

    int at() {
        return at;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** The character here; 0 at the end. */
    char here() {
        return atEnd() ? 0 : text.charAt(at);
    }

    boolean startsWith(String start) {
        return text.startsWith(start, at);
    }

    void skip(int characters) {
        at = Math.min(text.length(), at + characters);
    }

    void moveTo(int index) {
        at = index;
    }

    /** The characters from here on that are of one kind; moves behind them. */
    String takeWhile(IntPredicate kind) {
        int start = at;
        while (!atEnd() && kind.test(here())) {
            at++;
        }
        return text.substring(start, at);
    }

    /** The index of the next occurrence of a text; -1 when there is no other. */
    int next(String what) {
        return text.indexOf(what, at);
    }

    /** Moves behind the next occurrence of an end, or to the end of the text; false when it is not found. */
    boolean skipBehind(String end) {
        int found = next(end);
        at = found < 0 ? text.length() : found + end.length();
        return found >= 0;
    }

    String from(int start) {
        return text.substring(start, at);
    }

    Position position(int index) {
        int found = Arrays.binarySearch(lineStarts, index);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, index - lineStarts[line] + 1);
    }
}
