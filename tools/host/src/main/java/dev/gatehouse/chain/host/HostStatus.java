package dev.gatehouse.chain.host;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * Polls a host's {@code /admin/host/status} with the master key until it is running. The ping is no proof: it answers 200 even where
 * no worker can start.
 */
record HostStatus(int port, String masterKey) {
    private static final Duration ONE_TRY = Duration.ofSeconds(2);
    private static final long PAUSE_MILLIS = 100;

    /**
     * Waits for the host.
     *
     * @return why it is not running; empty when it is
     */
    Optional<String> await(Duration limit, Process host) {
        long end = System.nanoTime() + limit.toNanos();
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(ONE_TRY)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build();
        String last = "it did not respond";
        try {
            while (host.isAlive() && System.nanoTime() < end) {
                last = state(client);
                if (last.equals("Running")) {
                    return Optional.empty();
                }
                if (last.startsWith("Error")) {
                    return Optional.of(last);
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
        return Optional.of(host.isAlive() ? last + " within " + limit.toSeconds() + " s" : "it ended");
    }

    private String state(HttpClient client) throws InterruptedException {
        HttpRequest status = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/admin/host/status"))
                .header("x-functions-key", masterKey)
                .timeout(ONE_TRY)
                .build();
        try {
            HttpResponse<String> answer = client.send(status, BodyHandlers.ofString());
            return answer.statusCode() == 200 ? state(answer.body()) : "its status was " + answer.statusCode();
        } catch (IOException notYet) {
            return "it did not respond";
        }
    }

    private static String state(String body) {
        try {
            JsonObject status = JsonParser.parseString(body).getAsJsonObject();
            String state = status.has("state") ? status.get("state").getAsString() : "its state is missing";
            return state.equals("Error") && status.has("errors") ? state + " " + status.get("errors") : state;
        } catch (JsonParseException | IllegalStateException malformed) {
            return "its status was no JSON of a host";
        }
    }
}
