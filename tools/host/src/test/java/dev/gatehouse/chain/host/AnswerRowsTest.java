package dev.gatehouse.chain.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The host's rows on what a function's answer becomes. */
class AnswerRowsTest {
    private static final String TEXT = "text/plain; charset=utf-8";

    @RegisterExtension
    static final ServedFixture host = new ServedFixture();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "exception   , 500, (none), ''",
        "error       , 500, (none), ''",
        "nothing     , 204, (none), ''",
        "own         , 200, text/plain; charset=utf-8, {}",
        "unauthorized, 401, application/problem+json; charset=utf-8, '{\"title\":\"no\"}'",
        "unavailable , 503, (none), ''",
        "empty       , 204, text/plain; charset=utf-8, ''",
        "twice       , 299, (none), ''",
        "text        , 200, text/plain; charset=utf-8, grüße",
        "bytes       , 200, (none), '\u0001\u0002\u0003'",
    })
    void answers(String function, int status, String type, String body) throws IOException {
        RawAnswer answer = host.call().get("/api/" + function);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo(type);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.header("Server")).isEqualTo("Kestrel");
    }

    @Test
    void indentsAMapAsJsonButCallsItText() throws IOException {
        RawAnswer answer = host.call().get("/api/map");

        assertThat(answer.header("Content-Type")).isEqualTo(TEXT);
        assertThat(answer.body()).isEqualTo("{\n  \"a\": 1,\n  \"b\": \"<&>\"\n}");
    }

    @Test
    void passesAChallengeThrough() throws IOException {
        assertThat(host.call().get("/api/unauthorized").header("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"invalid_token\"");
    }

    @Test
    void keepsTheLastOfTwoHeadersOfOneName() throws IOException {
        assertThat(host.call().get("/api/twice").header("X-A")).isEqualTo("last");
    }

    @ParameterizedTest
    @CsvSource({"exception, boom for the log only", "error, an error for the log only"})
    void tellsOnlyTheLogWhyAFunctionFailed(String function, String text) throws IOException {
        RawAnswer answer = host.call().get("/api/" + function);

        assertThat(answer.header("Content-Length")).isEqualTo("0");
        assertThat(host.log())
                .anyMatch(line -> line.startsWith("[error] " + function + ": 500") && line.contains(text))
                .anyMatch(line -> line.startsWith("[error] " + function + ":    at dev.gatehouse"));
    }

    @Test
    void logsWhatTheFunctionLogsFromInformationUp() throws IOException {
        host.call().get("/api/echo");

        assertThat(host.log())
                .contains("[info] echo: echo was called")
                .noneMatch(line -> line.contains("too fine for the log"));
    }
}
