package dev.gatehouse.check.input;

import dev.gatehouse.check.input.InputReading.UnreadableFile;
import dev.gatehouse.deployment.Location;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A file to read.
 *
 * @param shown its name as the user would write it
 */
record SourceFile(Path file, String shown) {
    static final String PARAMETERS = ".bicepparam";

    /** @param shown the folder's name as the user would write it */
    static SourceFile below(Path folder, String shown, Path file) {
        return new SourceFile(
                file,
                Path.of(shown).resolve(folder.relativize(file)).normalize().toString());
    }

    String name() {
        return String.valueOf(file.getFileName());
    }

    boolean is(FileKind kind) {
        return FileKind.of(name()) == kind;
    }

    boolean isParameters() {
        return endsWith(PARAMETERS);
    }

    /** The name of the folder that it is in. */
    String folder() {
        return Optional.ofNullable(file.toAbsolutePath().getParent())
                .map(Path::getFileName)
                .map(Path::toString)
                .orElse("");
    }

    boolean endsWith(String ending) {
        return name().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    Location place() {
        return Location.of(shown);
    }

    UnreadableFile unreadable(String why) {
        return new UnreadableFile(shown, why);
    }
}
