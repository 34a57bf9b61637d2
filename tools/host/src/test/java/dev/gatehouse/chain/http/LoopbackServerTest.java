package dev.gatehouse.chain.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackServerTest {
    private static String answer(Response response) throws IOException {
        return answer("/", response);
    }

    private static String answer(String target, Response response) throws IOException {
        LoopbackServer server =
                LoopbackServer.start("test", 0, Optional.empty(), LoopbackServer.LOCAL_NAMES, request -> response);
        try (server;
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
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

    /** What the JDK's server makes of targets that are no path. */
    @ParameterizedTest
    @ValueSource(strings = {"?x", "*", "x"})
    void aTargetThatIsNoPathIsAnsweredPlainly(String target) throws IOException {
        assertThat(answer(target, Response.empty(200)))
                .startsWith("HTTP/1.1 404")
                .doesNotContain("Exception");
    }
}
