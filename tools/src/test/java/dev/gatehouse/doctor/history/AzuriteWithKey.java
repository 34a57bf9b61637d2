package dev.gatehouse.doctor.history;

import com.azure.data.tables.TableServiceClient;
import com.azure.data.tables.TableServiceClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/** Azurite's table service in a separate process: on the loopback address, in memory, without telemetry, with its own key. */
record AzuriteWithKey(Process process, int port, String key) implements AutoCloseable {
    private static final String ACCOUNT = "gatehouse";
    private static final int TRIES = 240;

    /** @param script Azurite's main script, for Node.js */
    static AzuriteWithKey start(Path script, Path log) throws IOException, InterruptedException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String key = Base64.getEncoder().encodeToString(random);
        int port = freePort(); // with port 0, Azurite would not say which one it took
        ProcessBuilder builder = new ProcessBuilder(
                "node",
                script.toString(),
                "--tableHost",
                "127.0.0.1",
                "--tablePort",
                String.valueOf(port),
                "--inMemoryPersistence",
                "--disableTelemetry",
                "--skipApiVersionCheck",
                "--silent");
        builder.environment().put("AZURITE_ACCOUNTS", ACCOUNT + ":" + key);
        AzuriteWithKey azurite = new AzuriteWithKey(
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), port, key);
        azurite.awaitListening(log);
        return azurite;
    }

    String connectionString() {
        return "AccountName=" + ACCOUNT + ";AccountKey=" + key + ";TableEndpoint=http://127.0.0.1:" + port + "/"
                + ACCOUNT;
    }

    TableServiceClient tables() {
        return new TableServiceClientBuilder()
                .connectionString(connectionString())
                .buildClient();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private void awaitListening(Path log) throws InterruptedException {
        for (int i = 0; i < TRIES && process.isAlive(); i++) {
            try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(250);
            }
        }
        close();
        throw new IllegalStateException("Azurite did not start; its output is in " + log);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
