package dev.gatehouse.test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.Settings;
import dev.gatehouse.json.Json;
import dev.gatehouse.keys.DiscoveryUrl;
import dev.gatehouse.keys.DocumentFetcher;
import dev.gatehouse.token.TokenVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Serves the documents of the login service on 127.0.0.1: discovery and keys of every tenant, in both versions. */
final class LoopbackIssuer implements DocumentFetcher, AutoCloseable {
    private static final String VERSION_TWO = "/v2.0";
    private static final String SHARED = "organizations";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Settings settings;
    private final SigningKey key;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(PATIENCE)
            .build();

    private LoopbackIssuer(Settings settings, SigningKey key, HttpServer server) {
        this.settings = settings;
        this.key = key;
        this.server = server;
    }

    static LoopbackIssuer start(Settings settings, SigningKey key) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            LoopbackIssuer issuer = new LoopbackIssuer(settings, key, server);
            server.createContext("/", issuer::answer);
            server.start();
            return issuer;
        } catch (IOException taken) {
            throw new UncheckedIOException("no port of 127.0.0.1 can be opened", taken);
        }
    }

    /** Reads from loopback what the guard asks the login service for, and nothing else. */
    @Override
    public byte[] read(URI address) throws IOException {
        if (!address.toString().startsWith(settings.loginEndpoint() + "/")) {
            throw new IOException("a test reads nothing from " + address);
        }
        URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + address.getRawPath());
        try {
            HttpRequest request = HttpRequest.newBuilder(here).timeout(PATIENCE).build();
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException(here + " answered " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading " + here, stopped);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String tenant = path.split("/", -1)[1];
            TokenVersion version = path.contains(VERSION_TWO) ? TokenVersion.V2 : TokenVersion.V1;
            String issuer = EntraClaims.issuer(settings, tenant.equals(SHARED) ? "{tenantid}" : tenant, version);
            Map<String, Object> document =
                    path.endsWith(DiscoveryUrl.PATH) ? discovery(tenant, version, issuer) : keys(version, issuer);
            byte[] body = Json.write(document).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Map<String, Object> discovery(String tenant, TokenVersion version, String issuer) {
        String keys = "/" + tenant + "/discovery" + (version == TokenVersion.V2 ? VERSION_TWO : "") + "/keys";
        return Map.of("issuer", issuer, "jwks_uri", settings.loginEndpoint() + keys);
    }

    /** Only keys of version 2 name their issuer. */
    private Map<String, Object> keys(TokenVersion version, String issuer) {
        Map<String, Object> jwk = new HashMap<>(key.jwk());
        if (version == TokenVersion.V2) {
            jwk.put("issuer", issuer);
        }
        return Map.of("keys", List.of(jwk));
    }
}
