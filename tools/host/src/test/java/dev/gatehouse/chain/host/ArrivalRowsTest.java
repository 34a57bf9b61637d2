package dev.gatehouse.chain.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The host's rows on what reaches a function. */
@SuppressWarnings("unchecked")
class ArrivalRowsTest {
    @RegisterExtension
    static final ServedFixture host = new ServedFixture();

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

    /** Only the function that asks for the URI fails. */
    @ParameterizedTest
    @ValueSource(strings = {"|", "\"", "{", "%zz", "%FF", "a^b", "[", "\\"})
    void passesRawCharactersOfTheQueryOn(String text) throws IOException {
        assertThat(host.call().get("/api/query?a=" + text).body()).isEqualTo("{a=" + text + "}");
        assertThat(host.call().get("/api/uri/x?a=" + text).status()).isEqualTo(text.matches("%FF|\\[") ? 200 : 500);
    }

    @Test
    void passesATabAfterBearerOn() throws IOException {
        RawAnswer answer = host.call().get("/api/echo", "Authorization: Bearer\tabc");
        assertThat((Map<String, String>) answer.json().get("headers")).containsEntry("authorization", "Bearer\tabc");
    }

    @Test
    void tellsTheFunctionItsNameAndItsInvocation() throws IOException {
        Map<?, ?> first = host.call().get("/api/echo").json();
        Map<?, ?> second = host.call().get("/api/echo").json();
        assertThat(first.get("function")).isEqualTo("echo");
        assertThat(first.get("invocation")).isNotEqualTo(second.get("invocation"));
    }

    @ParameterizedTest
    @CsvSource({
        "APPLICATIONINSIGHTS_CONNECTION_STRING, 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "OTHER                                , ''",
    })
    void handsATraceOnWithApplicationInsightsOnly(String setting, String seen) throws IOException {
        String trace = "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        try (FixtureHost traced = FixtureHost.start(host.folder(), Map.of(setting, "x"))) {
            assertThat(traced.call().get("/api/echo", trace).json().get("trace"))
                    .isEqualTo(seen);
        }
    }

    @Test
    void asksTheInjectorForInstances() throws IOException {
        assertThat(host.call().get("/api/echo").json().get("maker")).isEqualTo("injector");
    }

    @Test
    void callsStaticFunctionsWithoutTheInjectorUnderTheAppsLoader() throws IOException {
        assertThat(host.call().get("/api/fixed").body()).isEqualTo("static, loader URLClassLoader");
    }
}
