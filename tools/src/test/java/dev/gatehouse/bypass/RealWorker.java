package dev.gatehouse.bypass;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The real Java worker, behind a small host of its own. It is not part of this project: {@code WORKER_HOST} names the folder of that host's
 * {@code serve.js}, {@code WORKER_DIR} and {@code WORKER_PROTO} what it needs.
 */
record RealWorker(Process process) implements AutoCloseable {
    private static final List<String> NEEDED = List.of("WORKER_HOST", "WORKER_DIR", "WORKER_PROTO");
    private static final Pattern READY = Pattern.compile("listening on http://127\\.0\\.0\\.1:(\\d+) .*");
    private static final int READY_SECONDS = 60;

    static boolean isThere() {
        return NEEDED.stream().allMatch(name -> System.getenv(name) != null);
    }

    /** @throws IllegalStateException where it does not start */
    static Served start(Path staging, Map<String, String> settings, List<String> jvmOptions, List<String> log, Path ran)
            throws Exception {
        Path host = Path.of(System.getenv("WORKER_HOST"));
        ProcessBuilder builder = new ProcessBuilder(
                "node",
                host.resolve("serve.js").toString(),
                staging.toAbsolutePath().toString(),
                "0",
                "-v");
        builder.environment().keySet().removeIf(name -> name.startsWith("GATEHOUSE_"));
        builder.environment().putAll(settings);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment()
                .put("NODE_OPTIONS", "--max-http-header-size=65536"); // the host's, not the worker's, limit
        builder.environment().put("JAVA_OPTS", String.join(" ", jvmOptions));
        Process process = builder.start();
        CompletableFuture<Integer> port = new CompletableFuture<>();
        read(process.getErrorStream(), log::add, () -> {});
        read(
                process.getInputStream(),
                line -> {
                    Matcher ready = READY.matcher(line);
                    if (ready.matches()) {
                        port.complete(Integer.valueOf(ready.group(1)));
                    }
                },
                () -> port.completeExceptionally(new IllegalStateException("the worker did not start: " + log)));
        RealWorker worker = new RealWorker(process);
        try {
            return new Served(port.get(READY_SECONDS, TimeUnit.SECONDS), log, ran, worker);
        } catch (Exception late) {
            worker.close();
            throw late;
        }
    }

    @Override
    public void close() throws InterruptedException {
        List<ProcessHandle> own = process.descendants().toList();
        process.destroy();
        if (!process.waitFor(6, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        own.forEach(ProcessHandle::destroyForcibly);
    }

    private static void read(InputStream stream, Consumer<String> lines, Runnable end) {
        Thread thread = new Thread(() -> {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                reader.lines().forEach(lines);
            } catch (IOException | UncheckedIOException closed) {
                // it ended
            }
            end.run();
        });
        thread.setDaemon(true);
        thread.start();
    }
}
