package dev.gatehouse.cli;

import dev.gatehouse.input.UnreadableInput;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where the command was called: files that are named on the command line are looked for there, not in the project. */
final class WorkingDirPathConverter implements ITypeConverter<Path> {
    private static final String NO_FILE = "expected the name of a file";

    static Path path() {
        return Path.of(System.getProperty("gatehouse.called.from", "")).toAbsolutePath();
    }

    /** @throws UnreadableInput when it cannot be a file's name; it may be a token by mistake, and is not repeated */
    static Path file(String name) {
        try {
            if (!name.isBlank()) {
                return path().resolve(name);
            }
        } catch (InvalidPathException none) {
            // said below, as for no name at all
        }
        throw new UnreadableInput(NO_FILE);
    }

    @Override
    public Path convert(String name) {
        try {
            return file(name);
        } catch (UnreadableInput none) {
            throw new TypeConversionException(NO_FILE);
        }
    }
}
