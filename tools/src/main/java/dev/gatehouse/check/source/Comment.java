package dev.gatehouse.check.source;

import dev.gatehouse.xml.Position;
import java.util.Optional;

/**
 * A comment in a source text.
 *
 * @param about what it is about
 */
public record Comment(Spot at, String text, About about) {
    /** What a comment that suppresses findings begins with. */
    public static final String IGNORE = "gatehouse-ignore";

    /** From a position, until before another; the whole file where both are left out. */
    public record About(String file, Optional<Position> from, Optional<Position> until) {

        /** Whether it contains a place. What has no position belongs to the whole file. */
        public boolean has(Spot spot) {
            return spot.file().equals(file) && has(spot.position());
        }

        /** Whether it contains a position of its file. */
        public boolean has(Optional<Position> position) {
            return from.isEmpty() && until.isEmpty()
                    || position.filter(at -> from.filter(start -> Spot.ORDER.compare(start, at) > 0)
                                    .isEmpty())
                            .filter(at -> until.filter(end -> Spot.ORDER.compare(end, at) <= 0)
                                    .isEmpty())
                            .isPresent();
        }
    }

    /** The same comment, of a text that is part of a file. */
    public Comment at(Spot place) {
        return new Comment(place, text, about);
    }

    static Comment of(String file, MaskedCode code, Lines lines, Range comment) {
        Range about = code.about(comment);
        return new Comment(
                Spot.at(file, lines.at(comment.from())),
                code.text().substring(comment.from(), comment.to()),
                new About(file, Optional.of(lines.at(about.from())), Optional.of(lines.at(about.to()))));
    }
}
