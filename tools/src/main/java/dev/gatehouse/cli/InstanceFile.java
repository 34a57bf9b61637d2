package dev.gatehouse.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.doctor.chain.LocalChain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The files by which other programs find a running {@code up} and the keys of its endpoints: one per process, and
 * {@code up.json} for the newest one. Only their owner may read them, where the file system has owners.
 */
record InstanceFile(Path project, String content) implements AutoCloseable {
    private static final String TRACES = "traces";
    private static final String PID = "pid";
    private static final String CHAIN = "chain";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The file of the newest {@code up}. */
    static Path in(Path project) {
        return folder(project).resolve("up.json");
    }

    /** The file of one process. */
    static Path of(long pid, Path project) {
        return folder(project).resolve("up-" + pid + ".json");
    }

    private static Path folder(Path project) {
        return project.resolve("target/gatehouse");
    }

    /**
     * Writes the trace URL, the request variables and the chain; the latest start wins.
     *
     * @param chain as {@link LocalChain#json} writes it
     * @throws UncheckedIOException when the files cannot be written
     */
    static InstanceFile announce(Path project, URI traces, Map<String, String> variables, ObjectNode chain) {
        String content = JSON.createObjectNode()
                .put(TRACES, traces.toString())
                .put(PID, pid())
                .<ObjectNode>set("variables", JSON.valueToTree(variables))
                .<ObjectNode>set(CHAIN, chain)
                .toString();
        try {
            PrivateFile.write(of(pid(), project), content);
            PrivateFile.write(in(project), content);
            return new InstanceFile(project, content);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(in(project) + " cannot be written", unwritable);
        }
    }

    /** The trace URL of a project's newest running {@code up}; empty when no {@code up} is running. */
    static Optional<URI> traces(Path project) {
        return newest(project, InstanceFile::traces);
    }

    /** The chain of a project's newest running {@code up}; empty when no {@code up} is running. */
    static Optional<LocalChain> chain(Path project) {
        return newest(project, InstanceFile::chain);
    }

    private static <T> Optional<T> newest(Path project, Function<String, Optional<T>> reading) {
        try (Stream<String> told = Stream.concat(
                PrivateFile.read(in(project)).filter(InstanceFile::isLiving).stream(),
                new RunningInstances(folder(project)).told())) {
            return told.flatMap(content -> reading.apply(content).stream()).findFirst();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(folder(project) + " cannot be read", unreadable);
        }
    }

    private static boolean isLiving(String content) {
        try {
            return ProcessHandle.of(JSON.readTree(content).path(PID).asLong())
                    .filter(ProcessHandle::isAlive)
                    .isPresent();
        } catch (JsonProcessingException another) {
            return false;
        }
    }

    private static Optional<URI> traces(String content) {
        try {
            return Optional.of(JSON.readTree(content).path(TRACES).asText())
                    .filter(text -> !text.isEmpty())
                    .map(URI::create);
        } catch (JsonProcessingException | IllegalArgumentException another) {
            return Optional.empty();
        }
    }

    private static Optional<LocalChain> chain(String content) {
        try {
            return LocalChain.read(JSON.readTree(content).path(CHAIN));
        } catch (JsonProcessingException another) {
            return Optional.empty();
        }
    }

    /** Removes this process's file; if it was the newest, {@code up.json} then names the newest remaining one. */
    @Override
    public void close() {
        try {
            PrivateFile.removeIfIs(content, of(pid(), project));
            if (PrivateFile.removeIfIs(content, in(project))) {
                try (Stream<String> others = new RunningInstances(folder(project)).told()) {
                    Optional<String> newest = others.findFirst();
                    if (newest.isPresent()) {
                        PrivateFile.write(in(project), newest.get());
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(in(project) + " cannot be removed", unreadable);
        }
    }

    private static long pid() {
        return ProcessHandle.current().pid();
    }

    /** Never the content. */
    @Override
    public String toString() {
        return "the content of " + in(project);
    }
}
