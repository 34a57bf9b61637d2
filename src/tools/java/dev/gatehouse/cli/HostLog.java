package dev.gatehouse.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The Functions host's log, in a file of its own: the decision lines of the guard are in it. */
record HostLog(Path path, PrintWriter file) implements Consumer<String>, AutoCloseable {

    static HostLog open(Path path) {
        try {
            Files.createDirectories(path.getParent());
            return new HostLog(path, new PrintWriter(Files.newBufferedWriter(path, StandardCharsets.UTF_8)));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(path + " cannot be written", unwritable);
        }
    }

    @Override
    public void accept(String line) {
        file.println(line);
        file.flush();
    }

    @Override
    public void close() {
        file.close();
    }
}
