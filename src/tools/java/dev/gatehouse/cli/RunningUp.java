package dev.gatehouse.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.doctor.chain.LocalChain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The file by which other commands find an {@code up} that serves; only its owner may read it, where files have owners. */
record RunningUp(Path file, String content) implements AutoCloseable {
    private static final String TRACES = "traces";
    private static final ObjectMapper JSON = new ObjectMapper();

    static Path in(Path project) {
        return project.resolve("target/gatehouse/up.json");
    }

    /**
     * Tells where journeys are read, and what else other commands need; the latest start wins.
     *
     * @param more secrets may be in it, as nobody but the owner reads the file
     *
     * @throws UncheckedIOException when the file cannot be written
     */
    static RunningUp announce(Path project, URI traces, ObjectNode more) {
        Path file = in(project);
        String content = more.deepCopy().put(TRACES, traces.toString()).toString();
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, ownersOnly());
            Files.writeString(file, content);
            return new RunningUp(file, content);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(file + " cannot be written", unwritable);
        }
    }

    /** Where the running {@code up} of a project answers for journeys; empty when none runs, or the file is none of ours. */
    static Optional<URI> traces(Path project) {
        try {
            return content(project)
                    .map(json -> json.path(TRACES).asText())
                    .filter(text -> !text.isEmpty())
                    .map(URI::create);
        } catch (IllegalArgumentException another) {
            return Optional.empty();
        }
    }

    /** The chain that it serves; empty as above. */
    static Optional<LocalChain> chain(Path project) {
        return content(project).flatMap(LocalChain::read);
    }

    private static Optional<JsonNode> content(Path project) {
        try {
            Path file = in(project);
            return Files.isReadable(file) ? Optional.of(JSON.readTree(Files.readString(file))) : Optional.empty();
        } catch (JsonProcessingException another) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(in(project) + " cannot be read", unreadable);
        }
    }

    /** Never the content, which holds keys. */
    @Override
    public String toString() {
        return file.toString();
    }

    private static FileAttribute<?>[] ownersOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Removes the file, unless a later start has written its own. */
    @Override
    public void close() {
        try {
            if (Files.isReadable(file) && Files.readString(file).equals(content)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be removed", unreadable);
        }
    }
}
