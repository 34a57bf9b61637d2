package dev.gatehouse.check.source;

import dev.gatehouse.xml.Position;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The lines of a text: offsets from 0, positions from 1. */
final class Lines {
    private final int[] starts;

    Lines(String text) {
        starts = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(at -> text.charAt(at) == '\n')
                                .map(at -> at + 1))
                .toArray();
    }

    Position at(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, offset - starts[line] + 1);
    }

    int lineStart(int offset) {
        return starts[at(offset).line() - 1];
    }
}
