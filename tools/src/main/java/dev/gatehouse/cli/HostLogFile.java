package dev.gatehouse.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The Functions host's log file; it also contains the guard's decision lines. */
record HostLogFile(Path path, PrintWriter file, List<String> errors) implements Consumer<String>, AutoCloseable {

    /** Prefix of the lines in which the app reports configuration errors at startup. */
    private static final String ERROR = "Gatehouse error: ";

    static HostLogFile open(Path path) {
        try {
            Files.createDirectories(path.getParent());
            return new HostLogFile(
                    path,
                    new PrintWriter(Files.newBufferedWriter(path, StandardCharsets.UTF_8)),
                    new CopyOnWriteArrayList<>());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(path + " cannot be written", unwritable);
        }
    }

    @Override
    public void accept(String line) {
        if (line.contains(ERROR)) {
            errors.add(line.substring(line.indexOf(ERROR)));
        }
        file.println(line);
        file.flush();
    }

    @Override
    public void close() {
        file.close();
    }
}
