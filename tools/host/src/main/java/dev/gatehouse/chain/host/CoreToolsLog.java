package dev.gatehouse.chain.host;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The output of func, and the host's line for each request, which func does not print. That line is the last of a request: it waits
 * for the guard's decision line, which comes through func's console, but no longer than 300 ms.
 */
final class CoreToolsLog implements Consumer<String>, AutoCloseable {
    private static final int PATIENCE_MILLIS = 300;
    private static final String HOST = "[host] ";
    private static final String DECISION = "{\"event\":\"decision\",";

    private final LogTail lines;
    private final Map<String, String> awaiting = new ConcurrentHashMap<>();

    CoreToolsLog(Consumer<String> log) {
        this.lines = new LogTail(log);
    }

    /** A line of func; one that looks like a line of the host was printed by the app. */
    @Override
    public void accept(String line) {
        lines.accept(line.startsWith(HOST) ? "[printed] " + line : line);
        if (line.contains(DECISION)) {
            awaiting.keySet().stream().filter(line::contains).forEach(this::write);
        }
    }

    /** @param traceId of a call that the guard decides; empty for one that did not get so far or is not traced */
    void decided(JsonObject decision, Optional<String> traceId) {
        String line = HOST + decision;
        if (traceId.isEmpty()) {
            lines.accept(line);
            return;
        }
        awaiting.put(traceId.get(), line);
        CompletableFuture.delayedExecutor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .execute(() -> write(traceId.get()));
    }

    private void write(String traceId) {
        Optional.ofNullable(awaiting.remove(traceId)).ifPresent(lines);
    }

    @Override
    public void close() {
        awaiting.keySet().forEach(this::write);
    }

    /** The last lines. */
    @Override
    public String toString() {
        return lines.toString();
    }
}
