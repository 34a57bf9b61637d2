package dev.gatehouse.chain.host;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Microsoft's own Functions Core Tools ({@code func start --enableAuth}) instead of the built-in host. It was written from
 * the tools' public source and has not been run against a real {@code func} yet; docs/host.md lists what is not verified.
 */
public final class CoreTools {
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final List<String> NAMES =
            File.separatorChar == '\\' ? List.of("func.exe", "func.cmd") : List.of("func");
    private static final List<String> TEMP_FOLDER = List.of("TMPDIR", "TEMP", "TMP");
    private static final String MISSING = """
            Azure Functions Core Tools (func) are not on the PATH. Install them with
              npm i -g azure-functions-core-tools@4
            or from https://aka.ms/azfunc-install, or use the built-in host, which needs no installation.""";

    private CoreTools() {}

    /**
     * Starts {@code func} and waits, at most 90 s, until it responds. Unlike the built-in host it inherits the environment, because
     * it needs the PATH and a home folder; it keeps running when its parent is killed.
     *
     * @throws HostStartException when func is missing or does not start
     */
    public static RunningHost start(HostLaunch launch, Consumer<String> log) {
        return start(launch, System.getenv(), log);
    }

    static RunningHost start(HostLaunch launch, Map<String, String> environment, Consumer<String> log) {
        Path func = find(environment).orElseThrow(() -> new HostStartException(MISSING));
        LogTail tail = new LogTail(line -> log.accept(launch.keys().redact(line)));
        StagingCopy copy = StagingCopy.of(launch.staging());
        try {
            new CoreToolsFiles(copy).write(launch);
            int port = freePort();
            return ready(copy, ChildProcess.start(builder(func, port, copy), tail, tail), port);
        } catch (HostStartException | UncheckedIOException fault) {
            copy.close();
            throw new HostStartException(fault.getMessage() + "\n" + tail);
        }
    }

    private static RunningHost ready(StagingCopy copy, ChildProcess child, int port) {
        if (new Ping(port).answersWithin(READY_WITHIN, child.process())) {
            return new RunningHost(copy, child, port);
        }
        child.close();
        throw new HostStartException("func ended or did not respond within " + READY_WITHIN.toSeconds() + " s");
    }

    private static ProcessBuilder builder(Path func, int port, StagingCopy copy) {
        ProcessBuilder builder =
                new ProcessBuilder(func.toString(), "start", "--enableAuth", "--port", Integer.toString(port));
        // func reads key files below the temp folder: in a private folder it finds only ours
        TEMP_FOLDER.forEach(
                name -> builder.environment().put(name, copy.folder().toString()));
        builder.environment().put("FUNCTIONS_CORE_TOOLS_TELEMETRY_OPTOUT", "1");
        return builder.directory(copy.app().toFile());
    }

    private static Optional<Path> find(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(variable -> variable.getKey().equalsIgnoreCase("PATH")) // Path on Windows
                .flatMap(path -> Arrays.stream(path.getValue().split(File.pathSeparator)))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException("no free port found", none);
        }
    }
}
