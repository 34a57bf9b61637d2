package dev.gatehouse.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.gatehouse.fixtures.LoopbackTls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Most of these wait for a time limit, beside one another. */
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpsFetcherTest {
    private static final int LIMIT = 256 * 1024;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpsServer server;
    private LoopbackTls tls;
    private HttpsFetcher documents;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        tls = LoopbackTls.create(folder);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls.server()));
        server.setExecutor(threads);
        server.createContext("/whole", exchange -> answer(exchange, 200, LIMIT));
        server.createContext("/large", exchange -> answer(exchange, 200, LIMIT + 1));
        server.createContext("/missing", exchange -> answer(exchange, 404, 1));
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/whole");
            answer(exchange, 302, 1);
        });
        server.createContext("/silent", exchange -> pause());
        server.start();
        documents = new HttpsFetcher(tls.trusting(), Proxy.NO_PROXY);
    }

    @AfterAll
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void readsADocumentOfTheLargestSize() throws IOException {
        assertThat(documents.read(address("/whole"))).hasSize(LIMIT);
    }

    @Test
    void givesUpOnALargerOne() {
        assertThatThrownBy(() -> documents.read(address("/large")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("too large");
    }

    @Test
    void followsNoRedirect() {
        assertThatThrownBy(() -> documents.read(address("/moved"))).hasMessageEndingWith("answered 302");
        assertThatThrownBy(() -> documents.read(address("/missing"))).hasMessageEndingWith("answered 404");
    }

    @Test
    void readsNothingWithoutTls() {
        assertThatThrownBy(() -> documents.read(URI.create("http://127.0.0.1:1/whole")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not an https address");
    }

    @Test
    void trustsNoOtherCertificate() {
        HttpsFetcher strangers = new HttpsFetcher();

        assertThatThrownBy(() -> strangers.read(address("/whole"))).isInstanceOf(IOException.class);
    }

    /** An app may have switched off host name verification for its own connections. */
    @Test
    void readsNothingFromAServerOfAnotherName() throws IOException {
        HostnameVerifier before = HttpsURLConnection.getDefaultHostnameVerifier();
        HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> true);
        try (ServerSocket proxy = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> tunnel(proxy));
            HttpsFetcher elsewhere =
                    new HttpsFetcher(tls.trusting(), new Proxy(Proxy.Type.HTTP, proxy.getLocalSocketAddress()));

            assertThat(elsewhere.read(URI.create("https://localhost/whole"))).hasSize(LIMIT);
            assertThatThrownBy(() -> elsewhere.read(URI.create("https://login.example/whole")))
                    .hasMessageContaining("cannot be read");
        } finally {
            HttpsURLConnection.setDefaultHostnameVerifier(before);
        }
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void waitsForNoPeerThatSaysNothing() {
        assertThatThrownBy(() -> documents.read(address("/silent"))).isInstanceOf(IOException.class);
    }

    static List<Drip> drips() {
        byte[] longRecord = {22, 3, 3, 63, 0, 2, 0, 63, 0}; // RFC 8446 section 5.1: a handshake of 16 KB
        return List.of(
                new Drip(Drip.Stage.BEFORE_TLS, "handshake", longRecord, new byte[] {0}),
                new Drip(
                        Drip.Stage.PROXY,
                        "head of a proxy",
                        "HTTP/1.1 200 OK\r\nX: ".getBytes(US_ASCII),
                        "x".getBytes(US_ASCII)),
                new Drip(
                        Drip.Stage.SERVER, "head", "HTTP/1.1 200 OK\r\nX: ".getBytes(US_ASCII), "x".getBytes(US_ASCII)),
                new Drip(
                        Drip.Stage.SERVER,
                        "body",
                        "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n".getBytes(US_ASCII),
                        "x".getBytes(US_ASCII)),
                new Drip(
                        Drip.Stage.SERVER,
                        "chunks",
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(US_ASCII),
                        "1\r\nx\r\n".getBytes(US_ASCII)));
    }

    /** Each byte comes within every limit except the total time. */
    @ParameterizedTest
    @MethodSource("drips")
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void waitsForNoPeerThatDrips(Drip peer) throws Exception {
        try (ServerSocket listener = peer.listener(tls)) {
            threads.execute(() -> peer.serve(listener));
            long begun = System.nanoTime();

            assertThatThrownBy(() -> peer.reader(tls, listener).read(peer.address(listener)))
                    .hasMessageContaining("no whole answer within 5 s");

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
            Instant patience = Instant.now().plusSeconds(10);
            while (!reading().isEmpty() && Instant.now().isBefore(patience)) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            assertThat(reading()).isEmpty();
        }
    }

    /** The threads that still read, or close what they read from, with what each of them does. */
    private static List<String> reading() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> Arrays.stream(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().equals(HttpsExchange.class.getName())))
                .map(thread -> thread.getKey().getName() + Arrays.toString(thread.getValue()))
                .toList();
    }

    /** Within the total limit of 5 s. */
    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void triesASlowFirstConnectionOnceMore() throws IOException {
        try (ServerSocket relay = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> silentOnFirst(relay));
            assertThat(documents.read(URI.create("https://localhost:" + relay.getLocalPort() + "/whole")))
                    .hasSize(LIMIT);
        }
    }

    @Test
    void failsAtOnceWhenTheConnectionIsRefused() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThatThrownBy(() -> documents.read(URI.create("https://localhost:" + port + "/whole")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be read: java.net.ConnectException");
    }

    /** A proxy (RFC 9110 section 9.3.6) that connects every name to the server. */
    private void tunnel(ServerSocket proxy) {
        try {
            while (true) {
                Socket client = proxy.accept();
                Socket target = new Socket(
                        InetAddress.getLoopbackAddress(), server.getAddress().getPort());
                Drip.readHead(client.getInputStream());
                client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(US_ASCII));
                threads.execute(() -> copy(client, target));
                threads.execute(() -> copy(target, client));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    /** Accepts the first connection and sends nothing; forwards the next one. */
    private void silentOnFirst(ServerSocket relay) {
        try (Socket silent = relay.accept();
                Socket second = relay.accept();
                Socket target = new Socket(
                        InetAddress.getLoopbackAddress(), server.getAddress().getPort())) {
            threads.execute(() -> copy(second, target));
            copy(target, second);
        } catch (IOException closed) {
            // the test is over
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException closed) {
            // one side has closed
        }
    }

    private URI address(String path) {
        return URI.create("https://localhost:" + server.getAddress().getPort() + path);
    }

    private static void answer(HttpExchange exchange, int status, int bytes) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes);
            exchange.getResponseBody().write(new byte[bytes]);
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(30);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
