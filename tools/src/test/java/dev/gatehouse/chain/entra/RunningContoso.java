package dev.gatehouse.chain.entra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.chain.tls.LocalTls;
import dev.gatehouse.fixtures.SelfSigned;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Contoso's Entra, running, with a client that calls it under its real name; TLS is made once for all tests. */
final class RunningContoso implements AutoCloseable {
    static final LocalTls TLS;
    static final X509Certificate CERTIFICATE;
    static final PrivateKey CERTIFICATE_KEY;

    static {
        try {
            Path folder = Files.createTempDirectory("gatehouse-test");
            TLS = LocalTls.create(folder);
            Path file = folder.resolve("client.p12");
            KeyStore client = SelfSigned.ofAClient(file);
            CERTIFICATE = (X509Certificate) client.getCertificate(SelfSigned.ALIAS);
            CERTIFICATE_KEY = (PrivateKey) client.getKey(SelfSigned.ALIAS, SelfSigned.PASSWORD.toCharArray());
            for (Path each : List.of(TLS.trust().store(), TLS.trust().pem(), file, folder)) {
                Files.delete(each);
            }
        } catch (Exception broken) {
            throw new ExceptionInInitializerError(broken);
        }
    }

    final LocalEntra entra;
    private final HttpClient http;

    RunningContoso() {
        this(Clock.systemUTC());
    }

    RunningContoso(Clock clock) {
        entra = LocalEntra.start(Contoso.directory(CERTIFICATE), TLS, clock);
        http = HttpClient.newBuilder()
                .sslContext(TLS.trusting())
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(ProxySelector.of(
                        new InetSocketAddress("127.0.0.1", entra.proxy().port())))
                .build();
    }

    /** An answer with its body as JSON. */
    record Answer(int status, JsonNode json) {
        int code() {
            return json.path("error_codes").path(0).asInt();
        }

        Map<String, Object> claims() {
            return UnverifiedTokens.claims(json.path("access_token").asText());
        }
    }

    Answer token(Map<String, String> form, String... headers) {
        return post("/" + Contoso.TENANT + "/oauth2/v2.0/token", form, headers);
    }

    Answer post(String path, Map<String, String> form, String... headers) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    Answer get(String path) {
        return send(request(path));
    }

    /** Calls another host that the proxy leads to. */
    Answer get(String url, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(url)).headers(headers));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("https://login.microsoftonline.com" + path));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), new ObjectMapper().readTree(answer.body()));
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    @Override
    public void close() {
        entra.close();
    }
}
