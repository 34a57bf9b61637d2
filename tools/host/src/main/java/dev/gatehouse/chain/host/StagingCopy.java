package dev.gatehouse.chain.host;

import dev.gatehouse.chain.files.TemporaryFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A private copy of a host's files, so that {@code mvn clean} cannot delete them while it runs; closing deletes the copy. */
record StagingCopy(TemporaryFolder temporary) implements AutoCloseable {

    static StagingCopy of(Path staging) {
        StagingCopy copy = new StagingCopy(TemporaryFolder.create("gatehouse-host-"));
        try {
            copy.add(staging, "app");
            return copy;
        } catch (UncheckedIOException cannotCopy) {
            copy.close();
            throw cannotCopy;
        }
    }

    Path folder() {
        return temporary.path();
    }

    Path app() {
        return folder().resolve("app");
    }

    /** Copies jars or class folders, and returns the paths of the copies in the same order. */
    List<Path> addLibraries(List<Path> libraries) {
        List<Path> copies = new ArrayList<>();
        for (Path library : libraries) {
            copies.add(add(library, "host" + copies.size() + "-" + library.getFileName()));
        }
        return List.copyOf(copies);
    }

    /** Writes a jar and returns its path. */
    Path addLibrary(String name, InputStream jar) throws IOException {
        Path target = folder().resolve(name);
        Files.copy(jar, target);
        return target;
    }

    private Path add(Path source, String name) {
        Path target = folder().resolve(name);
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, target.resolve(source.relativize(file).toString()));
            }
            return target;
        } catch (IOException cannotCopy) {
            throw new UncheckedIOException(source + " cannot be copied", cannotCopy);
        }
    }

    @Override
    public void close() {
        temporary.close();
    }
}
