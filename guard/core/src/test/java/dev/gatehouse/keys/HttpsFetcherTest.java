package dev.gatehouse.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpsFetcherTest {
    private static final int LIMIT = 256 * 1024;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpsServer server;
    private HttpsFetcher documents;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        LoopbackTls tls = LoopbackTls.create(folder);
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
        server.createContext("/drip", HttpsFetcherTest::drip);
        server.start();
        documents = new HttpsFetcher(HttpClient.newBuilder().sslContext(tls.trusting()));
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
        HttpsFetcher strangers = new HttpsFetcher(HttpClient.newBuilder());

        assertThatThrownBy(() -> strangers.read(address("/whole"))).isInstanceOf(IOException.class);
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void waitsNeitherForAPeerThatSaysNothingNorForOneThatDrips() {
        assertThatThrownBy(() -> documents.read(address("/silent"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> documents.read(address("/drip")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no whole answer within 5 s");
    }

    /** Within the 5 s of the whole. */
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
    void givesUpAtOnceWhereNobodyListens() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThatThrownBy(() -> documents.read(URI.create("https://localhost:" + port + "/whole")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be read: java.net.ConnectException");
    }

    /** Takes the first connection and says nothing; hands the next one on. */
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
            // one side went away
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

    private static void drip(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 60; i++) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                TimeUnit.MILLISECONDS.sleep(500);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
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
