package dev.gatehouse.local.host;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The stand-in for the Functions host, run as a child JVM with the worker's flags and the deployed app settings. */
public final class FunctionHost implements RunningHost {
    private static final int READY_SECONDS = 30;
    private static final String WINDOWS_NEEDS = "SystemRoot";

    /** The worker's own, without its {@code -noverify}: that is deprecated, warns at each start and changes no answer. */
    private static final List<String> WORKER_FLAGS = List.of(
            "-XX:+TieredCompilation",
            "-XX:TieredStopAtLevel=1",
            "-Djava.net.preferIPv4Stack=true",
            "-Dsun.net.httpserver.nodelay=true");

    private final StagingCopy copy;
    private final Child child;
    private final int port;

    private FunctionHost(StagingCopy copy, Child child, int port) {
        this.copy = copy;
        this.child = child;
        this.port = port;
    }

    /**
     * Starts the child and waits, at most 30 s, until it listens.
     *
     * @param log takes the child's log, line by line, on another thread
     * @throws HostStartException when it does not start; its message holds the child's last log lines
     */
    public static FunctionHost start(HostLaunch launch, Consumer<String> log) {
        return start(launch, HostClassPath.ownJar(), log);
    }

    /** The same with the stand-in's classes from another jar. */
    public static FunctionHost start(HostLaunch launch, Path hostJar, Consumer<String> log) {
        LogTail tail = new LogTail(line -> log.accept(launch.keys().redact(line)));
        StagingCopy copy = StagingCopy.of(launch.staging());
        List<Path> classPath = copy.addLibraries(HostClassPath.with(hostJar));
        Child child = Child.start(builder(launch, copy, classPath), tail);
        try {
            child.tell(new HostOrders(copy.app(), 0, launch.keys()).toLine());
            return new FunctionHost(copy, child, port(child.firstLine()));
        } catch (HostStartException | UncheckedIOException fault) {
            child.close();
            copy.close();
            throw new HostStartException(fault.getMessage() + "\n" + tail);
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void close() {
        child.close();
        copy.close();
    }

    Process process() {
        return child.process();
    }

    Path copy() {
        return copy.folder();
    }

    private static ProcessBuilder builder(HostLaunch launch, StagingCopy copy, List<Path> classPath) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(WORKER_FLAGS);
        command.addAll(launch.jvmOptions());
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(HostMain.class.getName());
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(copy.app().toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        Optional.ofNullable(System.getenv(WINDOWS_NEEDS)).ifPresent(root -> environment.put(WINDOWS_NEEDS, root));
        environment.putAll(launch.appSettings());
        return builder;
    }

    private static int port(CompletableFuture<String> firstLine) {
        try {
            String line = firstLine.get(READY_SECONDS, TimeUnit.SECONDS);
            JsonObject answer =
                    line.startsWith("{") ? JsonParser.parseString(line).getAsJsonObject() : new JsonObject();
            if (answer.has("port")) {
                return answer.get("port").getAsInt();
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
