package dev.gatehouse.check.source;

import dev.gatehouse.xml.Position;
import java.util.Comparator;
import java.util.Optional;

/**
 * A place in a file that a person can open.
 *
 * @param file as the user would write its name
 * @param position empty for the file as a whole, or where it is not known
 */
public record Spot(String file, Optional<Position> position) {
    private static final Position START = new Position(1, 1);

    /** From the first line on; what has no position is first. */
    public static final Comparator<Position> ORDER =
            Comparator.comparingInt(Position::line).thenComparingInt(Position::column);

    public static Spot of(String file) {
        return new Spot(file, Optional.empty());
    }

    static Spot at(String file, Position position) {
        return new Spot(file, Optional.of(position));
    }

    /** The position, or the start of the file. */
    public Position orStart() {
        return position.orElse(START);
    }

    /** As editors and terminals understand it. */
    @Override
    public String toString() {
        return file + position.map(at -> ":" + at.line() + ":" + at.column()).orElse("");
    }
}
