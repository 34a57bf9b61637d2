package dev.gatehouse.chain.gateway.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.token.Claims;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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

    /** A token and its expiry: {@code access_token} and {@code expires_on} of an identity endpoint's response. */
    record IssuedToken(String token, Instant end) {
        private static final ObjectMapper JSON = new ObjectMapper();

        /** @throws IOException when the response contains no token; the message never quotes it */
        static IssuedToken read(byte[] answer) throws IOException {
            JsonNode fields;
            try {
                fields = JSON.readTree(answer);
            } catch (JsonProcessingException notJson) {
                throw new IOException(
                        "the identity endpoint's response is not JSON"); // the cause would quote the token
            }
            String token = fields.path("access_token").asText("");
            return Claims.instant(fields.path("expires_on").asLong(-1)) // App Service sends a string, others a number
                    .filter(end -> !token.isBlank())
                    .map(end -> new IssuedToken(token, end))
                    .orElseThrow(() -> new IOException(
                            "in the identity endpoint's response, access_token or expires_on is missing"));
        }

        @Override
        public String toString() {
            return "token until " + end;
        }
    }
}
