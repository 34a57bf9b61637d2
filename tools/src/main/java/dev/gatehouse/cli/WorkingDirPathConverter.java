package dev.gatehouse.cli;

import dev.gatehouse.input.GivenText;
import dev.gatehouse.input.UnreadableInput;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Resolves files of the command line against the folder where the command was called, not the project's folder. */
final class WorkingDirPathConverter implements ITypeConverter<Path> {
    private static final String NO_FILE = "expected a file name";

    static Path path() {
        return Path.of(System.getProperty("gatehouse.called.from", "")).toAbsolutePath();
    }

    /** @throws UnreadableInput when it is not a file name; it may be a token by mistake, so the message does not quote it */
    static Path file(String name) {
        try {
            if (!name.isBlank()) {
                return path().resolve(name);
            }
        } catch (InvalidPathException none) {
            // reported below, as for a blank name
        }
        throw new UnreadableInput(NO_FILE);
    }

    /** What reads files takes {@code -} for standard input; what writes them rejects it. */
    @Override
    public Path convert(String name) {
        if (name.equals(Input.STANDARD)) {
            return GivenText.STANDARD_INPUT;
        }
        try {
            return file(name);
        } catch (UnreadableInput none) {
            throw new TypeConversionException(NO_FILE);
        }
    }
}
