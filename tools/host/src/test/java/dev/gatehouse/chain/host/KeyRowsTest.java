package dev.gatehouse.chain.host;

import static dev.gatehouse.chain.host.FixtureHost.DEFAULT;
import static dev.gatehouse.chain.host.FixtureHost.GATEWAY;
import static dev.gatehouse.chain.host.FixtureHost.KEYED;
import static dev.gatehouse.chain.host.FixtureHost.MASTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The host's rows on keys. */
class KeyRowsTest {
    @RegisterExtension
    static final ServedFixture host = new ServedFixture();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no key                        | /api/keyed                   |                                   |"
                        + " 401",
                "wrong key                     | /api/keyed                   | x-functions-key: wrong            |"
                        + " 401",
                "a bearer token instead        | /api/keyed                   | Authorization: Bearer a.b.c       |"
                        + " 401",
                "function key                  | /api/keyed                   | x-functions-key: " + KEYED
                        + "    | 200",
                "header name in capitals       | /api/keyed                   | X-FUNCTIONS-KEY: " + KEYED
                        + "    | 200",
                "another function's key        | /api/other                   | x-functions-key: " + KEYED
                        + "    | 401",
                "default host key              | /api/keyed                   | x-functions-key: " + DEFAULT
                        + "  | 200",
                "named host key                | /api/keyed                   | x-functions-key: " + GATEWAY
                        + "  | 200",
                "master key                    | /api/keyed                   | x-functions-key: " + MASTER
                        + "   | 200",
                "key in the query              | /api/keyed?code=" + KEYED
                        + " |                                  | 200",
                "query name in capitals        | /api/keyed?CODE=" + KEYED
                        + " |                                  | 200",
                "good header, bad query        | /api/keyed?code=bad          | x-functions-key: " + KEYED
                        + "    | 200",
                "bad header, good query        | /api/keyed?code=" + KEYED
                        + " | x-functions-key: bad             | 401",
                "empty header, good query      | /api/keyed?code=" + KEYED
                        + " | x-functions-key:                 | 401",
                "query twice, bad first        | /api/keyed?code=bad&code=" + KEYED + " |                        | 401",
                "query twice, good first       | /api/keyed?code=" + KEYED + "&code=bad |                        | 200",
                "query twice in two cases      | /api/keyed?CODE=bad&code=" + KEYED + " |                        | 401",
                "two keys in one header        | /api/keyed                   | x-functions-key: " + KEYED
                        + ",bad | 401",
                "wrong letter case             | /api/keyed                   | x-functions-key: KEYOFTHEONEFUNCTION |"
                        + " 401",
                "no level is FUNCTION          | /api/other                   |                                   |"
                        + " 401",
                "admin: host key               | /api/admin                   | x-functions-key: " + DEFAULT
                        + "  | 401",
                "admin: master key             | /api/admin                   | x-functions-key: " + MASTER
                        + "   | 200",
                "anonymous: bad key            | /api/echo                    | x-functions-key: bad              |"
                        + " 200",
            })
    void answersByKey(String row, String target, String header, int status) throws IOException {
        RawAnswer answer =
                header == null ? host.call().get(target) : host.call().get(target, header);

        assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({KEYED + ", bad, 200", "bad, " + KEYED + ", 401", "'', " + KEYED + ", 401"})
    void takesTheFirstOfTwoHeaders(String first, String second, int status) throws IOException {
        RawAnswer answer = host.call().get("/api/keyed", "x-functions-key: " + first, "x-functions-key: " + second);
        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void refusesWithAnEmptyBodyAndWithoutAChallenge() throws IOException {
        RawAnswer answer = host.call().get("/api/keyed");

        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Content-Length")).isEqualTo("0");
        assertThat(answer.header("Server")).isEqualTo("Kestrel");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("(none)");
    }

    @Test
    @SuppressWarnings("unchecked")
    void passesTheKeyOnToTheFunction() throws IOException {
        RawAnswer answer = host.call().get("/api/keyed?code=" + KEYED, "X-Functions-Key: " + GATEWAY);

        assertThat((Map<String, String>) answer.json().get("headers")).containsEntry("x-functions-key", GATEWAY);
        assertThat((Map<String, String>) answer.json().get("query")).containsEntry("code", KEYED);
    }
}
