package dev.gatehouse.check.source;

import dev.gatehouse.deployment.Location;
import java.util.List;

/** The text that a deployment was read from. */
public interface SourceText {
    /** Where in it something is; the nearest that contains it where it is not written itself. */
    Spot spot(Location place);

    /** Its comments, but for those in policies. */
    List<Comment> comments();

    /** A text without places of its own, such as a policy: its findings have their positions themselves. */
    static SourceText plain() {
        return new SourceText() {
            @Override
            public Spot spot(Location place) {
                return new Spot(place.file(), place.position());
            }

            @Override
            public List<Comment> comments() {
                return List.of();
            }
        };
    }
}
