package dev.gatehouse.check.deployed;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.gatehouse.check.xml.Position;

/**
 * Where something stands.
 *
 * @param file as the user named it
 * @param within empty for the file itself
 */
public record Place(String file, String within) {

    /** The file as a whole. */
    public static Place of(String file) {
        return new Place(file, "");
    }

    /** A position in the text that stands here. */
    public Place at(Position position) {
        return within.isEmpty()
                ? new Place(file + ":" + position.line() + ":" + position.column(), "")
                : new Place(file, within + ", line " + position.line() + ", column " + position.column());
    }

    @Override
    @JsonValue
    public String toString() {
        return within.isEmpty() ? file : file + ": " + within;
    }
}
