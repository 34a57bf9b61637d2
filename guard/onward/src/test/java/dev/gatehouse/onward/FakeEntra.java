package dev.gatehouse.onward;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.gatehouse.fixtures.LoopbackTls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/** A token endpoint on this machine that gives one answer and keeps what it was asked. Its certificate is trusted until it is closed. */
final class FakeEntra implements AutoCloseable {
    static final String TOKEN =
            "{\"token_type\":\"Bearer\",\"scope\":\"https://graph.microsoft.com/User.Read\",\"expires_in\":4799,"
                    + "\"ext_expires_in\":4799,\"access_token\":\"downstream\"}";

    /** What the endpoint answers. */
    record Answer(int status, Map<String, String> headers, String body) {
        static Answer of(int status, String body) {
            return new Answer(status, Map.of("Content-Type", "application/json"), body);
        }
    }

    final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    final List<String> paths = new CopyOnWriteArrayList<>();
    volatile Answer answer = Answer.of(200, TOKEN);

    private final SSLSocketFactory before = HttpsURLConnection.getDefaultSSLSocketFactory();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final String scheme;

    private FakeEntra(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    static FakeEntra start(Path folder) throws IOException {
        LoopbackTls tls = LoopbackTls.create(folder);
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls.server()));
        FakeEntra entra = new FakeEntra(server, "https");
        HttpsURLConnection.setDefaultSSLSocketFactory(tls.trusting().getSocketFactory());
        return entra;
    }

    /** Without TLS, as the platform's identity endpoint is. */
    static FakeEntra plain() throws IOException {
        return new FakeEntra(HttpServer.create(loopback(), 0), "http");
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** As it was when it started. */
    void begin() {
        asked.clear();
        paths.clear();
        answer = Answer.of(200, TOKEN);
    }

    String address() {
        return scheme + "://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        HttpsURLConnection.setDefaultSSLSocketFactory(before);
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange call) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        paths.add(call.getRequestURI().getPath());
        asked.add(form(body.isEmpty() ? String.valueOf(call.getRequestURI().getRawQuery()) : body));
        answer.headers().forEach(call.getResponseHeaders()::set);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> decoded(pair[0]),
                        pair -> decoded(pair[pair.length - 1]),
                        (a, b) -> b,
                        LinkedHashMap::new));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
