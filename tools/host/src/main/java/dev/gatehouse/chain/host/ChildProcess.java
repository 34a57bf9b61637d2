package dev.gatehouse.chain.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A process started by this one.
 *
 * @param readiness the line that reports whether it is ready; empty when it ended without this line
 * @param readers pass all its other output on to the log, including warnings of the JVM
 * @param begunAt start time by {@link System#nanoTime}
 */
record ChildProcess(Process process, CompletableFuture<String> readiness, List<Thread> readers, long begunAt)
        implements AutoCloseable {
    private static final int GRACE_SECONDS = 2;
    private static final String READINESS = "{\"ready\":";

    /**
     * Starts a program.
     *
     * @param log receives its standard output, except the readiness line
     * @param errorLog receives its standard error
     * @throws UncheckedIOException when the program cannot be started
     */
    static ChildProcess start(ProcessBuilder builder, Consumer<String> log, Consumer<String> errorLog) {
        try {
            long begunAt = System.nanoTime();
            Process process = builder.start();
            CompletableFuture<String> readiness = new CompletableFuture<>();
            Thread output = reader(
                    process.getInputStream(),
                    line -> {
                        if (!line.startsWith(READINESS) || !readiness.complete(line)) {
                            log.accept(line);
                        }
                    },
                    () -> readiness.complete(""));
            Thread errors = reader(process.getErrorStream(), errorLog, () -> {});
            return new ChildProcess(process, readiness, List.of(output, errors), begunAt);
        } catch (IOException cannotStart) {
            String program = builder.command().get(0);
            throw new UncheckedIOException("cannot start " + program, cannotStart);
        }
    }

    /** Writes one line to the child and leaves its standard input open. */
    void tell(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException gone) {
            throw new UncheckedIOException("the child process ended before it read its configuration", gone);
        }
    }

    /** Ends the process and its children: normally, and after two seconds by force. */
    @Override
    public void close() {
        List<ProcessHandle> own = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        own.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
            }
            own.forEach(ProcessHandle::destroyForcibly);
            for (Thread reader : readers) {
                reader.join(TimeUnit.SECONDS.toMillis(1)); // so that its last output reaches the log
            }
        } catch (InterruptedException stopped) {
            own.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }

    private static Thread reader(InputStream stream, Consumer<String> lines, Runnable end) {
        Thread thread = new Thread(() -> {
            read(stream, lines);
            end.run();
        });
        thread.setName("function-host-log");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void read(InputStream stream, Consumer<String> lines) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines().forEach(lines);
        } catch (IOException | UncheckedIOException closed) {
            lines.accept("[info] host: ended");
        }
    }
}
