package dev.gatehouse.deployment;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.gatehouse.xml.Position;

/**
 * A position in a file.
 *
 * @param file as the user named it
 * @param within empty for the file itself
 */
public record Location(String file, String within) {

    /** The file as a whole. */
    public static Location of(String file) {
        return new Location(file, "");
    }

    /** A position in the text at this location. */
    public Location at(Position position) {
        String spot = within.isEmpty()
                ? position.line() + ":" + position.column()
                : within + ", line " + position.line() + ", column " + position.column();
        return new Location(file, spot);
    }

    Location property(String name) {
        String join = within.isEmpty() || within.endsWith(", ") ? "" : ".";
        return new Location(file, within + join + name);
    }

    Location element(int index) {
        return new Location(file, within + "[" + index + "]");
    }

    DeploymentFault fault(String why) {
        return new DeploymentFault(this + ": " + why);
    }

    /** As editors understand it where it is a position in a file. */
    @Override
    @JsonValue
    public String toString() {
        if (within.isEmpty()) {
            return file;
        }
        return file + (Character.isDigit(within.charAt(0)) ? ":" : ": ") + within;
    }
}
