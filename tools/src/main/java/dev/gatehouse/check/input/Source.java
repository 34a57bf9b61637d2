package dev.gatehouse.check.input;

import dev.gatehouse.check.deployed.Place;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A file to read.
 *
 * @param shown its name as the user would write it
 */
record Source(Path file, String shown) {
    String name() {
        return String.valueOf(file.getFileName());
    }

    boolean endsWith(String ending) {
        return name().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    Place place() {
        return Place.of(shown);
    }

    Unreadable unreadable(String why) {
        return new Unreadable(shown, why);
    }
}
