package dev.gatehouse.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
    private static final String PROXY = "entraProxy";
    private static final String CERTIFICATE = "certificate";
    private static final ObjectMapper JSON = new ObjectMapper();

    static Path in(Path project) {
        return project.resolve("target/gatehouse/up.json");
    }

    /**
     * Where the running chain's Entra is reached under its real names.
     *
     * @param proxy the port of its proxy
     * @param certificate the chain's, as PEM
     */
    record Entra(int proxy, Path certificate) {}

    /**
     * Tells where journeys are read; the latest start wins.
     *
     * @throws UncheckedIOException when the file cannot be written
     */
    static RunningUp announce(Path project, URI traces) {
        return announce(project, JSON.createObjectNode().put(TRACES, traces.toString()));
    }

    /** The same, and where Entra is. */
    static RunningUp announce(Path project, URI traces, Entra entra) {
        return announce(
                project,
                JSON.createObjectNode()
                        .put(TRACES, traces.toString())
                        .put(PROXY, entra.proxy())
                        .put(CERTIFICATE, entra.certificate().toString()));
    }

    private static RunningUp announce(Path project, ObjectNode said) {
        Path file = in(project);
        String content = said.toString();
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

    /** Where the Entra of a project's running {@code up} is; empty when none runs. */
    static Optional<Entra> entra(Path project) {
        return said(project)
                .filter(said ->
                        said.path(PROXY).isInt() && said.path(CERTIFICATE).isTextual())
                .map(said -> new Entra(
                        said.path(PROXY).asInt(), Path.of(said.path(CERTIFICATE).asText())))
                .filter(entra -> Files.isReadable(entra.certificate()));
    }

    /** Where the running {@code up} of a project answers for journeys; empty when none runs, or the file is none of ours. */
    static Optional<URI> traces(Path project) {
        try {
            return said(project)
                    .map(said -> said.path(TRACES).asText())
                    .filter(text -> !text.isEmpty())
                    .map(URI::create);
        } catch (IllegalArgumentException another) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> said(Path project) {
        try {
            Path file = in(project);
            return Files.isReadable(file) ? Optional.of(JSON.readTree(Files.readString(file))) : Optional.empty();
        } catch (JsonProcessingException another) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(in(project) + " cannot be read", unreadable);
        }
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
