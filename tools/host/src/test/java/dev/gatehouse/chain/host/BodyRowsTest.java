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
        "application/octet-stream       , 200",
        "multipart/form-data; boundary=x, 200",
        "application/json               , 500",
        "text/plain                     , 500",
    })
    void choosesBytesOrTextByContentType(String type, int status) throws IOException {
        assertThat(post("echoOptionalBytes", type, "hello").status()).isEqualTo(status);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "echoPojo          | {\"name\":\"a\",\"count\":2} | 200 | a 2",
                "echoPojo          | {\"name\":\"a\",\"count\":{}} | 500 | ''",
                "echoPojo          | hello                   | 500 | ''",
                "echoPojo          | ''                      | 200 | (empty)",
                "echoList          | [\"a\",\"b\"]           | 200 | [a, b]",
                "echoList          | [{\"a\":1}]             | 200 | [{\"a\":1}]",
                "echoList          | hello                   | 500 | ''",
                "echoOptionalBytes | ''                      | 200 | (empty)",
                "echoOptionalBytes | [1,2,3]                 | 200 | bytes 3",
                "echoOptionalBytes | hello                   | 500 | ''",
                "echoAny           | {}                      | 200 | LinkedTreeMap",
                "echoAny           | hello                   | 200 | String",
                "echoWild          | hello                   | 500 | ''",
            })
    void convertsATextAsTheWorkerDoes(String function, String body, int status, String seen) throws IOException {
        RawAnswer answer = post(function, "application/json", body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(seen);
    }

    /** A byte order mark decides how a text is read, and is not part of it. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"\u00ff\u00feh\u0000i\u0000", "\u00fe\u00ff\u0000h\u0000i", "\u00ef\u00bb\u00bfhi"})
    void readsAByteOrderMark(String bytes) throws IOException {
        String head = "POST /api/echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: ";
        RawAnswer answer = host.call().bytes(head + bytes.length() + "\r\n\r\n" + bytes);
        assertThat(answer.json().get("body")).isEqualTo("hi");
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
