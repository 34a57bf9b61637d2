package dev.gatehouse.chain.host;

import dev.gatehouse.chain.host.Func.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Microsoft's own Functions Core Tools ({@code func start --enableAuth}) instead of the built-in host. What they do was measured with
 * 4.0.7030; docs/host.md has the rows.
 */
public final class CoreTools {
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    /** The first that asks for function keys with {@code --enableAuth}. */
    private static final Version FIRST_WITH_KEYS = new Version(4, 0, 6821);
    /** The first that listens on the loopback address only (read in its source). */
    private static final Version FIRST_ON_LOOPBACK = new Version(4, 14, 0);

    private CoreTools() {}

    /**
     * Starts {@code func} on a private copy of the app and waits, at most 90 s, until it is running. It keeps running when its parent is killed.
     *
     * @param log receives func's output, and a line of the host for each request
     * @throws HostStartException when func is missing, too old or does not start
     */
    public static RunningHost start(HostLaunch launch, Consumer<String> log) {
        return start(launch, System.getenv(), log);
    }

    static RunningHost start(HostLaunch launch, Map<String, String> environment, Consumer<String> log) {
        Func func = Func.find(environment);
        StagedApp app = StagedApp.read(launch.staging());
        StagingCopy copy = StagingCopy.of(launch.staging());
        CoreToolsLog lines = new CoreToolsLog(line -> log.accept(launch.keys().redact(line)));
        CoreToolsFiles files = new CoreToolsFiles(copy, app);
        try {
            Version version = current(func.version(copy.folder()));
            List<String> notes = new ArrayList<>(files.write(launch));
            int port = freePort();
            if (version.compareTo(FIRST_ON_LOOPBACK) < 0) {
                notes.add("func " + version + " listens on every address of this machine, not only on loopback: port "
                        + port);
            }
            ChildProcess child = ChildProcess.start(
                    func.command(copy.folder(), "start", "--enableAuth", "--port", Integer.toString(port))
                            .directory(copy.app().toFile()),
                    lines,
                    lines);
            awaitReady(child, port, launch, files);
            CoreToolsRelay.Running relay = CoreToolsRelay.start(port, app, launch.keys(), lines);
            return new RunningHost(copy, child, new RunningHost.Serving(relay.port(), notes, relay::close));
        } catch (HostStartException | UncheckedIOException fault) {
            copy.close();
            throw new HostStartException(fault.getMessage() + "\n" + lines);
        }
    }

    private static Version current(Version version) {
        if (version.compareTo(FIRST_WITH_KEYS) < 0) {
            throw new HostStartException("func " + version + " is too old: before " + FIRST_WITH_KEYS
                    + " it asks for no function key in spite of --enableAuth. Update it with"
                    + " npm i -g azure-functions-core-tools@4");
        }
        return version;
    }

    private static void awaitReady(ChildProcess child, int port, HostLaunch launch, CoreToolsFiles files) {
        new HostStatus(port, launch.keys().master())
                .await(READY_WITHIN, child.process())
                .ifPresent(why -> {
                    child.close();
                    throw new HostStartException("func is not running: " + why + files.likelyCause());
                });
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException("no free port found", none);
        }
    }
}
