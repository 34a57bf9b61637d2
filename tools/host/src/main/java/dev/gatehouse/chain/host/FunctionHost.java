package dev.gatehouse.chain.host;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** The built-in Functions host, run as a child JVM with the worker's flags and the deployed app settings. */
public final class FunctionHost {
    private static final int READY_SECONDS = 30;

    /** Prefix of output printed by the app or its JVM: any code may have printed it, so it must not look like the host's lines. */
    private static final String PRINTED = "[printed] ";

    private FunctionHost() {}

    /**
     * Starts the child and waits, at most 30 s, until it listens.
     *
     * @param log receives the child's log, line by line, on another thread
     * @throws HostStartException when it does not start; the message contains the child's last log lines
     */
    public static RunningHost start(HostLaunch launch, Consumer<String> log) {
        LogTail tail = new LogTail(line -> log.accept(launch.keys().redact(line)));
        StagingCopy copy = StagingCopy.of(launch.staging());
        try {
            List<Path> classPath = HostClassPath.copiedTo(copy);
            ProcessBuilder builder = new WorkerJvm(launch, classPath).in(copy.app());
            return ready(launch, copy, ChildProcess.start(builder, tail, line -> tail.accept(PRINTED + line)));
        } catch (HostStartException | UncheckedIOException fault) {
            copy.close();
            throw new HostStartException(fault.getMessage() + "\n" + tail);
        }
    }

    private static RunningHost ready(HostLaunch launch, StagingCopy copy, ChildProcess child) {
        try {
            child.tell(new ChildConfig(copy.app(), 0, launch.keys()).toLine());
            JsonObject ready = ready(child.readiness());
            List<String> notes = StreamSupport.stream(
                            ready.getAsJsonArray("notes").spliterator(), false)
                    .map(JsonElement::getAsString)
                    .toList();
            return new RunningHost(
                    copy, child, new RunningHost.Serving(ready.get("port").getAsInt(), notes, () -> {}));
        } catch (HostStartException | UncheckedIOException fault) {
            child.close();
            throw fault;
        }
    }

    private static JsonObject ready(CompletableFuture<String> readiness) {
        try {
            String line = readiness.get(READY_SECONDS, TimeUnit.SECONDS);
            JsonObject answer = line.isEmpty()
                    ? new JsonObject()
                    : JsonParser.parseString(line).getAsJsonObject();
            if (answer.has("port")) {
                return answer;
            }
            String error = answer.has("error") ? answer.get("error").getAsString() : "it ended at once";
            throw new HostStartException("the function host did not start: " + error);
        } catch (TimeoutException | ExecutionException late) {
            throw new HostStartException("the function host was not ready within " + READY_SECONDS + " s");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new HostStartException("interrupted while the function host was starting");
        }
    }
}
