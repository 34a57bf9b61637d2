package dev.gatehouse.chain.gateway.identity;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The request for a token: no redirect, no proxy, 2 s to connect, 5 s for the response's headers, 64 KB. */
final class IdentityCall {
    private static final String VERSION = "2019-08-01";
    private static final int MAX_BYTES = 64 * 1024;

    private final URI endpoint;
    private final String header;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    IdentityCall(URI endpoint, String header) {
        this.endpoint = endpoint;
        this.header = header;
    }

    IssuedToken answer(String resource, Optional<String> clientId) throws IOException {
        String query = "?api-version=" + VERSION + "&resource=" + encoded(resource)
                + clientId.map(id -> "&client_id=" + encoded(id)).orElse("");
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint + query))
                .header("X-IDENTITY-HEADER", header)
                .timeout(Duration.ofSeconds(5))
                .build();
        HttpResponse<InputStream> response = sent(request);
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw new IOException("the identity endpoint responded with status " + response.statusCode());
            }
            byte[] bytes = body.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("the identity endpoint's response is longer than " + MAX_BYTES + " bytes");
            }
            return IssuedToken.read(bytes);
        }
    }

    private HttpResponse<InputStream> sent(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the identity endpoint", stopped);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return endpoint.toString();
    }
}
