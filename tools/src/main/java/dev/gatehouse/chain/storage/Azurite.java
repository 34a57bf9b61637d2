package dev.gatehouse.chain.storage;

import dev.gatehouse.chain.files.TemporaryFolder;
import dev.gatehouse.chain.tls.LocalTls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Azurite's table service in a child process, on the loopback address, with HTTPS under the host name of Azure, and tokens instead of
 * keys. It reads a token's issuer, audience and times; it verifies no signature, and knows no roles.
 */
public final class Azurite implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PAUSE_MILLIS = 100;
    private static final int SECONDS_TO_END = 10;
    private static final String KEY_FILE = "azurite.p12";

    /** Ends Azurite as Ctrl-C does, so that it writes its data, when standard input closes: at the latest with this process. */
    private static final String WRAPPER =
            "process.stdin.on('end', () => process.emit('SIGINT')).resume(); require(process.argv[1])";

    private final Place place;
    private final LocalTls.ServerKey key;
    private final Consumer<String> say;
    private final int port;
    private Process process;
    private volatile boolean closing;

    /**
     * Where it is and what it serves.
     *
     * @param folder with its data, which are kept
     * @param account the one storage account, by the first part of the host name
     */
    public record Place(AzuriteProgram program, Path folder, String account) {}

    private Azurite(Place place, LocalTls.ServerKey key, Consumer<String> say, int port) {
        this.place = place;
        this.key = key;
        this.say = say;
        this.port = port;
        this.process = launch();
    }

    /**
     * Starts it on a free port, and waits until it listens.
     *
     * @param say is called when it ends by itself
     * @throws AzuriteException where it does not start
     */
    public static Azurite start(Place place, LocalTls tls, Consumer<String> say) {
        try {
            Files.createDirectories(place.folder());
            return new Azurite(place, tls.key(), say, freePort());
        } catch (IOException broken) {
            throw new UncheckedIOException("Azurite's folder " + place.folder() + " cannot be used", broken);
        }
    }

    public int port() {
        return port;
    }

    /** Ends it and starts it again with the same data, on the same port. */
    public synchronized void restart() {
        close();
        process = launch();
    }

    public synchronized boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the process; it writes its data first. */
    @Override
    public synchronized void close() {
        closing = true;
        try {
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException alreadyEnded) {
            process.destroyForcibly();
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private Process launch() {
        try (TemporaryFolder keys =
                TemporaryFolder.create("gatehouse-azurite-")) { // it reads the key at its start only
            Path keyFile = keys.path().resolve(KEY_FILE);
            key.write(keyFile);
            Process started = builder(keyFile).start();
            awaitListening(started);
            closing = false;
            watch(started);
            return started;
        } catch (IOException missing) {
            throw new AzuriteException("cannot be started: " + missing.getMessage());
        }
    }

    /** Says so when it ends by itself. */
    private void watch(Process started) {
        Thread watching = new Thread(
                () -> {
                    try {
                        int code = started.waitFor();
                        if (!closing) {
                            say.accept("Azurite ended with exit code " + code + "; its output is in " + log());
                        }
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                },
                "azurite");
        watching.setDaemon(true);
        watching.start();
    }

    private ProcessBuilder builder(Path keyFile) {
        List<String> command = new ArrayList<>(
                List.of("node", "-e", WRAPPER, place.program().script().toString()));
        command.addAll(List.of("--tableHost", "127.0.0.1", "--tablePort", String.valueOf(port)));
        command.addAll(List.of("--location", place.folder().toString(), "--oauth", "basic"));
        command.addAll(List.of("--cert", keyFile.toString(), "--pwd", key.password()));
        command.addAll(List.of("--disableTelemetry", "--skipApiVersionCheck", "--silent"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("AZURITE_ACCOUNTS", place.account() + ":" + randomKey());
        return builder.redirectErrorStream(true).redirectOutput(log().toFile());
    }

    private Path log() {
        return place.folder().resolve("azurite.log");
    }

    private void awaitListening(Process started) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (started.isAlive() && System.nanoTime() < end) {
            if (isListening()) {
                return;
            }
            pause();
        }
        started.destroyForcibly();
        throw new AzuriteException("does not start; its output is in " + log());
    }

    private boolean isListening() {
        try {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AzuriteException("was not awaited: interrupted");
        }
    }

    /** No client has it: the account takes tokens only. */
    private static String randomKey() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    /** With port 0, Azurite would not say which one it took. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Azurite does not run. */
    public static final class AzuriteException extends RuntimeException {
        private static final long serialVersionUID = 1;

        AzuriteException(String what) {
            super("Azurite " + what);
        }
    }
}
