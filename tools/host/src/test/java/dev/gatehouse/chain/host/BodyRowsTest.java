package dev.gatehouse.chain.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The host's rows on bodies that reach a function. */
class BodyRowsTest {
    @RegisterExtension
    static final ServedFixture host = new ServedFixture();

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "echo     , text/plain              , hello, hello",
        "echo     , application/json        , {}   , {}",
        "echo     , text/plain              , ''   , (empty)",
        "echoText , text/plain              , hello, hello",
        "echoText , text/plain              , ''   , null",
        "echoText , application/octet-stream, hello, hello",
        "echoBytes, application/octet-stream, hello, 5",
        "echoBytes, text/plain              , ''   , null",
    })
    void readsBodies(String function, String type, String body, String seen) throws IOException {
        RawAnswer answer = post(function, type, body);

        assertThat(answer.json().get("body")).isEqualTo(seen);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "application/octet-stream       , byte[]",
        "multipart/form-data; boundary=x, byte[]",
        "application/json               , String",
        "text/plain                     , String",
    })
    void choosesBytesOrTextByContentType(String type, String seen) throws IOException {
        assertThat(post("echoAny", type, "hello").body()).isEqualTo(seen);
    }

    @ParameterizedTest
    @CsvSource({"echo, (empty)", "echoText, null"})
    void losesAChunkedBody(String function, String seen) throws IOException {
        RawAnswer answer = host.call()
                .send(
                        "POST /api/" + function + " HTTP/1.1\r\nTransfer-Encoding: chunked\r\n",
                        "5\r\nhello\r\n0\r\n\r\n");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("body")).isEqualTo(seen);
    }

    private static RawAnswer post(String function, String type, String body) throws IOException {
        String head =
                "POST /api/" + function + " HTTP/1.1\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length();
        return host.call().send(head + "\r\n", body);
    }
}
