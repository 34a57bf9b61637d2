package dev.gatehouse.chain.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackServerTest {
    private static final String REST = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    private static String answer(Response response) throws IOException {
        return exchange("GET /" + REST, request -> response);
    }

    private static String exchange(String sent, Handler handler) throws IOException {
        LoopbackServer server = LoopbackServer.start("test", 0, Optional.empty(), LoopbackServer.LOCAL_NAMES, handler);
        try (server;
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u010d\u010aSet-Cookie: b", "a\r\nSet-Cookie: b", "a\u20ac"})
    void noAnswerIsSplit(String value) throws IOException {
        assertThat(answer(Response.json(200, "{}").with("X", value)))
                .startsWith("HTTP/1.1 500")
                .doesNotContain("Set-Cookie", "X:", "{}");
    }

    @Test
    void passesOnTheBytesThatABackendMaySend() throws IOException {
        assertThat(answer(Response.empty(200).with("X", "caf\u00e9")))
                .startsWith("HTTP/1.1 200")
                .contains("caf\u00e9");
    }

    @Test
    void aRequestThatCannotBeSentIsNoBug() throws NoSuchAlgorithmException {
        Forwarder forwarder = new Forwarder(SSLContext.getDefault(), Duration.ofSeconds(1));
        Request request = Request.get("/").with("X", "\u20ac");
        assertThatThrownBy(() -> forwarder.forward(request, "http://localhost:1"))
                .isInstanceOf(IOException.class)
                .hasMessage("the request cannot be sent unchanged");
    }

    /** A layer in front of the host forwards only what is a URI (RFC 3986). */
    @ParameterizedTest
    @ValueSource(strings = {"?x", "*", "x", "/a|b", "/a?x=|", "/a?\"", "/a%zz", "/a?{"})
    void aTargetThatIsNotAUriIsRefused(String target) throws IOException {
        assertThat(exchange("GET " + target + REST, request -> Response.empty(200)))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({
        "/a/b?c=%20        , /a/b?c=%20",
        "//a/../b          , //a/../b",
        "http://localhost/a, /a",
        "HTTP://LOCALHOST?x, /?x",
        "/a#f              , /a#f",
    })
    void handsTheTargetOnAsSent(String target, String seen) throws IOException {
        assertThat(exchange("GET " + target + REST, request -> Response.of(200, "text/plain", request.target())))
                .endsWith("\r\n\r\n" + seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "localhost:80:80", ""})
    void answersOnlyToItsOwnNames(String host) throws IOException {
        String sent = "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
        assertThat(exchange(sent, request -> Response.empty(200))).startsWith("HTTP/1.1 421");
    }

    @Test
    void servesSeveralRequestsOnOneConnection() throws IOException {
        String first = "POST /1 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nab";
        String answers = exchange(
                first + "GET /2" + REST, request -> Response.of(200, "text/plain", request + request.bodyText()));
        assertThat(answers).contains("POST /1ab", "GET /2");
    }

    @Test
    void tellsAClientThatAsksToSendItsBody() throws IOException {
        String sent = "POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 1\r\n"
                + "Connection: close\r\n\r\nx";
        assertThat(exchange(sent, request -> Response.empty(200)))
                .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200");
    }

    @Test
    void aHeadResponseHasItsLengthButNoBody() throws IOException {
        assertThat(exchange("HEAD /" + REST, request -> Response.of(200, "text/plain", "four")))
                .contains("Content-Length: 4")
                .endsWith("\r\n\r\n");
    }

    @Test
    void refusesABodyThatIsTooLarge() throws IOException {
        String sent = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10485761\r\n\r\n";
        assertThat(exchange(sent, request -> Response.empty(200)))
                .startsWith("HTTP/1.1 413")
                .contains("Connection: close");
    }

    @Test
    void namesAPortThatIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LoopbackServer.start(
                            "test",
                            other.getLocalPort(),
                            Optional.empty(),
                            LoopbackServer.LOCAL_NAMES,
                            r -> Response.empty(200)))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("in use by another program");
        }
    }
}
