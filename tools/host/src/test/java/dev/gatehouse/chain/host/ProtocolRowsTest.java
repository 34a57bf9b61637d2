package dev.gatehouse.chain.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The host's rows on the protocol: bytes as they are, answers to the byte. */
class ProtocolRowsTest {
    private static final int KESTRELS_REQUEST_LINE = 8192;
    private static final int KESTRELS_HEADERS = 32768;

    @RegisterExtension
    static final ServedFixture host = new ServedFixture();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.1                    | GET /api/text HTTP/1.1~Host: localhost~                        | 200",
                "HTTP/1.0 with Host          | GET /api/text HTTP/1.0~Host: localhost~                        | 200",
                "HTTP/1.0 without Host       | GET /api/text HTTP/1.0~                                        | 500",
                "HTTP/1.1 without Host       | GET /api/text HTTP/1.1~                                        | 400",
                "two Hosts                   | GET /api/text HTTP/1.1~Host: localhost~Host: localhost~        | 400",
                "the absolute URI of Host    | GET http://localhost/api/text HTTP/1.1~Host: localhost~        | 200",
                "another absolute URI        | GET http://other/api/text HTTP/1.1~Host: localhost~            | 400",
                "space before the colon      | GET /api/text HTTP/1.1~Host: localhost~X : 1~                  | 400",
                "folded header               | GET /api/text HTTP/1.1~Host: localhost~X: 1~ 2~                | 400",
                "Content-Length no number    | GET /api/text HTTP/1.1~Host: localhost~Content-Length: x~      | 400",
                "Content-Length with a sign  | GET /api/text HTTP/1.1~Host: localhost~Content-Length: +0~     | 400",
                "Content-Length twice        | GET /api/text HTTP/1.1~Host: localhost~Content-Length:"
                        + " 0~Content-Length: 0~ | 400",
                "length and chunked          | POST /api/echo HTTP/1.1~Host: localhost~Content-Length:"
                        + " 0~Transfer-Encoding: chunked~ | 400",
                "another version             | GET /api/text HTTP/1.2~Host: localhost~                        | 505",
            })
    void readsTheProtocolStrictly(String row, String head, int status) throws IOException {
        RawAnswer answer = host.call().raw(head.replace("~", "\r\n") + "\r\n");
        assertThat(answer.status()).isEqualTo(status);
        if (status != 200) {
            assertThat(answer.header("Connection")).isEqualTo("close");
            assertThat(answer.header("Content-Length")).isEqualTo("0");
        }
    }

    @Test
    void acceptsBareLineFeeds() throws IOException {
        assertThat(host.call()
                        .raw("GET /api/text HTTP/1.1\nHost: localhost\n\n")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({KESTRELS_REQUEST_LINE + ", 200", "8193, 414"})
    void limitsTheRequestLine(int bytes, int status) throws IOException {
        String frame = "GET /api/text? HTTP/1.1\r\n";
        RawAnswer answer = host.call().get("/api/text?" + "x".repeat(bytes - frame.length()));
        assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({KESTRELS_HEADERS + ", 200", "32769, 431"})
    void limitsTheHeaders(int bytes, int status) throws IOException {
        String frame = "X: \r\nHost: localhost\r\nConnection: close\r\n\r\n";
        RawAnswer answer = host.call().get("/api/text", "X: " + "x".repeat(bytes - frame.length()));
        assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest(name = "{0} headers and Host and Connection")
    @CsvSource({"98, 200", "99, 431"})
    void limitsTheNumberOfHeaders(int more, int status) throws IOException {
        String[] headers = new String[more];
        java.util.Arrays.fill(headers, "X: 1");
        assertThat(host.call().get("/api/text", headers).status()).isEqualTo(status);
    }

    @Test
    void limitsTheBody() throws IOException {
        RawAnswer answer =
                host.call().raw("POST /api/echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 104857601\r\n\r\n");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("Connection")).isEqualTo("close");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"valid, gr\u00fcn, 200", "invalid, '\u00ff', 400"})
    void readsHeadersAsUtf8(String row, String value, int status) throws IOException {
        byte[] bytes = row.equals("valid")
                ? value.getBytes(java.nio.charset.StandardCharsets.UTF_8)
                : value.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        String asBytes = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        RawAnswer answer = host.call()
                .bytes("GET /api/echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX: " + asBytes + "\r\n\r\n");
        assertThat(answer.status()).isEqualTo(status);
        if (status == 200) {
            assertThat(((java.util.Map<?, ?>) answer.json().get("headers")).get("x"))
                    .isEqualTo(value);
        }
    }
}
