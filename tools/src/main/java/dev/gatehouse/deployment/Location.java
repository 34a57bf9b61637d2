package dev.gatehouse.deployment;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonPointer;
import dev.gatehouse.xml.Position;
import java.util.Optional;

/**
 * A position in a file.
 *
 * @param file as the user named it
 * @param subject the resource; {@link Subject#NONE} for the file itself
 * @param path of the value in the subject, or in the file
 * @param position in the text at that path; in the file's own where the path is empty
 */
public record Location(String file, Subject subject, JsonPointer path, Optional<Position> position) {

    /**
     * What a path begins at.
     *
     * @param shown its name in messages
     * @param origin where the file's JSON has it, as far as known
     */
    public record Subject(String shown, JsonPointer origin) {
        static final Subject NONE = new Subject("", JsonPointer.empty());
    }

    /** The file as a whole. */
    public static Location of(String file) {
        return new Location(file, Subject.NONE, JsonPointer.empty(), Optional.empty());
    }

    /** The same file, where its JSON has a resource. */
    public Location from(JsonPointer origin) {
        return new Location(file, new Subject(subject.shown(), origin), path, position);
    }

    Location subject(String shown) {
        return new Location(file, new Subject(shown, subject.origin()), path, position);
    }

    /** A position in the text at this location. */
    public Location at(Position spot) {
        return new Location(file, subject, path, Optional.of(spot));
    }

    /** The whole text that the position is in. */
    public Location text() {
        return new Location(file, subject, path, Optional.empty());
    }

    public Location property(String name) {
        return new Location(file, subject, path.appendProperty(name), position);
    }

    Location element(int index) {
        return new Location(file, subject, path.appendIndex(index), position);
    }

    /** Where the file's JSON has it. */
    public JsonPointer pointer() {
        return subject.origin().append(path);
    }

    DeploymentFault fault(String why) {
        return new DeploymentFault(this + ": " + why);
    }

    /** Resource, path and position; empty for the file itself. */
    public String within() {
        String value = shownPath();
        String join = subject.shown().isEmpty() || value.isEmpty() ? "" : ", ";
        String whole = subject.shown() + join + value;
        return position.map(spot -> whole.isEmpty()
                        ? spot.line() + ":" + spot.column()
                        : whole + ", line " + spot.line() + ", column " + spot.column())
                .orElse(whole);
    }

    private String shownPath() {
        StringBuilder shown = new StringBuilder();
        for (JsonPointer each = path; !each.matches(); each = each.tail()) {
            if (each.mayMatchElement()) {
                shown.append('[').append(each.getMatchingIndex()).append(']');
            } else {
                shown.append(shown.isEmpty() ? "" : ".").append(each.getMatchingProperty());
            }
        }
        return shown.toString();
    }

    /** As editors understand it where it is a position in a file. */
    @Override
    @JsonValue
    public String toString() {
        String within = within();
        if (within.isEmpty()) {
            return file;
        }
        return file + (Character.isDigit(within.charAt(0)) ? ":" : ": ") + within;
    }
}
