package dev.gatehouse.local.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that only this user can read, for one start of the chain. */
record PrivateFolder(Path path) {

    static PrivateFolder create() {
        try {
            return new PrivateFolder(Files.createTempDirectory("gatehouse-"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("no temporary folder can be made", unwritable);
        }
    }

    void delete() {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException inUse) {
            throw new UncheckedIOException(path + " cannot be deleted", inUse);
        }
    }
}
