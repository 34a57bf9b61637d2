package dev.gatehouse.bypass;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * An app that runs.
 *
 * @param log grows while it runs
 * @param folder where each function whose body ran leaves a file
 */
record Served(int port, List<String> log, Path folder, AutoCloseable end) implements AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Empty where there is no answer at all. */
    Optional<HttpResponse<String>> call(String method, String path, Optional<String> token, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .header("Content-Type", body.isEmpty() ? "text/plain" : "application/octet-stream")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        try {
            return Optional.of(
                    CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (HttpTimeoutException none) {
            return Optional.empty();
        }
    }

    CompletableFuture<HttpResponse<String>> later(String path, Optional<String> token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return CLIENT.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** The functions whose body ran since this was asked before. */
    List<String> ran() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.sorted().toList();
            for (Path file : all) {
                Files.delete(file);
            }
            return all.stream().map(file -> file.getFileName().toString()).toList();
        }
    }

    /** Whether a line of the log holds all of these, within two seconds: it comes from another process. */
    boolean logs(List<String> texts) throws InterruptedException {
        for (int i = 0; i < 40; i++) {
            synchronized (log) {
                if (log.stream().anyMatch(line -> texts.stream().allMatch(line::contains))) {
                    return true;
                }
            }
            Thread.sleep(50);
        }
        return false;
    }

    @Override
    public void close() throws Exception {
        end.close();
    }
}
