package dev.gatehouse.chain.host;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Polls a host's {@code /admin/host/ping} until it responds. */
record Ping(int port) {
    private static final Duration ONE_TRY = Duration.ofSeconds(2);
    private static final long PAUSE_MILLIS = 200;

    boolean answersWithin(Duration limit, Process host) {
        long end = System.nanoTime() + limit.toNanos();
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(ONE_TRY)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build();
        try {
            while (host.isAlive() && System.nanoTime() < end) {
                if (answers(client)) {
                    return true;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private boolean answers(HttpClient client) throws InterruptedException {
        HttpRequest ping = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/admin/host/ping"))
                .timeout(ONE_TRY)
                .build();
        try {
            return client.send(ping, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
