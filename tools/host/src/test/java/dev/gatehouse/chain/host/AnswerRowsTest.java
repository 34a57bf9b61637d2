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
        "unavailable , 503, text/plain; charset=utf-8, ''",
        "redirect    , 302, text/plain; charset=utf-8, ''",
        "notModified , 304, text/plain; charset=utf-8, ''",
        "nothingDeclared, 204, (none), ''",
        "latin       , 200, text/html; charset=utf-8, gr\u00fcn",
        "undeclared  , 200, application/problem+json; charset=utf-8, '{\"title\":\"no\"}'",
        "looksLikeAResponse, 402, text/plain; charset=utf-8, paid",
        "empty       , 204, text/plain; charset=utf-8, ''",
        "twice       , 299, text/plain; charset=utf-8, ''",
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

    /** Without a body it is the worker's own object that the caller sees. */
    @Test
    void losesTheStatusOfAnUndeclaredResponseWithoutBody() throws IOException {
        RawAnswer answer = host.call().get("/api/undeclaredWithoutBody");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("httpStatusCode")).isEqualTo(503.0);
    }

    @Test
    void keepsTheHeadersOfAnUndeclaredResponse() throws IOException {
        assertThat(host.call().get("/api/undeclared").header("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"invalid_token\"");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "value=plain                        , 200",
        "value=split                        , 500",
        "value=letter                       , 500",
        "value=none                         , 500",
        "value=length&name=Content-Length   , 500",
        "value=plain&name=Transfer-Encoding , 500",
        "value=plain&name=not a name        , 500",
    })
    void failsForAHeaderThatCannotBeSent(String query, int status) throws IOException {
        RawAnswer answer = host.call().get("/api/header?" + query.replace(" ", "%20"));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Set-Cookie")).isEqualTo("(none)");
    }

    @Test
    void sendsABodyInChunks() throws IOException {
        RawAnswer answer = host.call().get("/api/text");
        assertThat(answer.header("Transfer-Encoding")).isEqualTo("chunked");
        assertThat(answer.header("Content-Length")).isEqualTo("(none)");
    }

    @Test
    void dropsTheConnectionAfterA204WithABody() throws IOException {
        String twice = "GET /api/emptyWithBody HTTP/1.1\r\nHost: localhost\r\n\r\n";
        RawAnswer answer = host.call().raw(twice + twice);
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Connection")).isEqualTo("close");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void allowsNoOtherOrigin() throws IOException {
        RawAnswer answer = host.call().get("/api/text", "Origin: https://other.example");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("(none)");
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
