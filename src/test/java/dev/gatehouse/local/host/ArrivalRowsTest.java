package dev.gatehouse.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The host's rows on what reaches a function. */
@SuppressWarnings("unchecked")
class ArrivalRowsTest {
    @TempDir
    static Path folder;

    static FixtureHost host;

    @BeforeAll
    static void start() throws IOException {
        host = FixtureHost.start(folder);
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @Test
    void lowersHeaderNamesAndJoinsRepeatsWithoutASpace() throws IOException {
        RawAnswer answer = host.call()
                .get("/api/echo", "Authorization: Bearer a", "authorization: Bearer b", "Cookie: x=1", "Cookie: y=2");

        assertThat((Map<String, String>) answer.json().get("headers"))
                .contains(entry("authorization", "Bearer a,Bearer b"), entry("cookie", "x=1,y=2"));
    }

    @Test
    void passesForwardedAndPrincipalHeadersOn() throws IOException {
        RawAnswer answer = host.call().get("/api/echo", "X-Forwarded-For: 1.2.3.4", "X-MS-CLIENT-PRINCIPAL: me");

        assertThat((Map<String, String>) answer.json().get("headers"))
                .contains(entry("x-forwarded-for", "1.2.3.4"), entry("x-ms-client-principal", "me"));
    }

    @Test
    void joinsDecodesAndDropsQueryParameters() throws IOException {
        RawAnswer answer = host.call().get("/api/echo?a=1&A=2&b=&g&c=x+y%21");

        assertThat((Map<String, String>) answer.json().get("query"))
                .containsExactly(entry("a", "1,2"), entry("c", "x y!"));
    }

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

    @Test
    void tellsTheFunctionItsNameItsInvocationAndTheCallersTrace() throws IOException {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        Map<?, ?> first = host.call().get("/api/echo", "traceparent: " + trace).json();
        Map<?, ?> second = host.call().get("/api/echo").json();

        assertThat(first.get("function")).isEqualTo("echo");
        assertThat(first.get("trace")).isEqualTo(trace);
        assertThat(first.get("invocation")).isNotEqualTo(second.get("invocation"));
    }

    @Test
    void asksTheInjectorForInstances() throws IOException {
        assertThat(host.call().get("/api/echo").json().get("maker")).isEqualTo("injector");
    }

    @Test
    void callsStaticFunctionsWithoutTheInjectorUnderTheAppsLoader() throws IOException {
        assertThat(host.call().get("/api/fixed").body()).isEqualTo("static, loader URLClassLoader");
    }

    private static RawAnswer post(String function, String type, String body) throws IOException {
        String head =
                "POST /api/" + function + " HTTP/1.1\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length();
        return host.call().send(head + "\r\n", body);
    }
}
