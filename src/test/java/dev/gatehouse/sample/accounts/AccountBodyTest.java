package dev.gatehouse.sample.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.HttpMethod;
import dev.gatehouse.sample.http.Problem;
import dev.gatehouse.sample.http.Problem.FieldError;
import dev.gatehouse.test.TestRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountBodyTest {
    private static final String SOUND = "{\"id\":\"ada-1\",\"displayName\":\"Ada\"}";

    @ParameterizedTest
    @CsvSource({"application/json", "application/json; charset=utf-8", "APPLICATION/JSON", "application/x+json"})
    void readsASoundBody(String mediaType) {
        assertThat(read(SOUND, mediaType)).isEqualTo(new AccountBody.Valid(new Account("ada-1", "Ada")));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\":                                        | `` | is not JSON",
                "{\"id\":\"a\",\"id\":\"b\",\"displayName\":\"A\"} | `` | is not JSON, or names a field twice",
                "[]                                            | `` | must be a JSON object",
                "null                                          | `` | must be a JSON object",
                "{\"displayName\":\"A\"}                         | /id | must be text of 1 to 63",
                "{\"id\":7,\"displayName\":\"A\"}                | /id | must be text of 1 to 63",
                "{\"id\":\"A\",\"displayName\":\"A\"}              | /id | must be text of 1 to 63",
                "{\"id\":\"../a\",\"displayName\":\"A\"}           | /id | must be text of 1 to 63",
                "{\"id\":\"a\",\"displayName\":\"\"}               | /displayName | must be text of 1 to 100",
                "{\"id\":\"a\",\"displayName\":\"x\\u0000y\"}      | /displayName | must be text of 1 to 100",
                "{\"id\":\"a\",\"displayName\":\"A\",\"admin\":true} | /admin | is not known here",
                "{\"id\":\"a\",\"displayName\":\"A\",\"a~/b\":1}   | /a~0~1b | is not known here",
            })
    void namesTheFieldAndWhatIsWrong(String body, String pointer, String detail) {
        AccountBody.Faulty faulty = (AccountBody.Faulty) read(body, "application/json");

        assertThat(faulty.problem().type()).isEqualTo(Problem.Type.BODY_INVALID);
        assertThat(faulty.problem().errors()).singleElement().satisfies(error -> {
            assertThat(error.pointer()).isEqualTo(pointer);
            assertThat(error.detail()).startsWith(detail);
        });
    }

    @Test
    void namesTwentyUnknownFieldsAndCountsTheRest() {
        assertThat(errorsOfUnknown(20)).hasSize(20).allMatch(error -> error.pointer()
                .startsWith("/field-"));
        assertThat(errorsOfUnknown(21))
                .hasSize(21)
                .last()
                .isEqualTo(new FieldError("", "more fields that are not known here: 1"));
        assertThat(errorsOfUnknown(300_000))
                .hasSize(21)
                .last()
                .isEqualTo(new FieldError("", "more fields that are not known here: 299980"));
    }

    private static List<FieldError> errorsOfUnknown(int fields) {
        String unknown = IntStream.range(0, fields)
                .mapToObj(i -> ",\"field-" + i + "\":1")
                .collect(Collectors.joining());
        return ((AccountBody.Faulty) read(SOUND.replace("}", unknown + "}"), "application/json"))
                .problem()
                .errors();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfGhIjKlMnOpAzFu==",
                "0123456789abcdef0123456789abcdef",
                "abc8Q~xyZ.0123456789abcdefABCDEF_ghij.k",
                "eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJ4In0.c2lnbmF0dXJl",
                "1234567890123456789012345678901",
                "line\\nbreak",
            })
    void sendsNoNameBackThatMayBeAKey(String name) {
        String body = SOUND.replace("}", ",\"" + name + "\":1}");

        assertThat(((AccountBody.Faulty) read(body, "application/json"))
                        .problem()
                        .errors())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.pointer()).isEmpty();
                    assertThat(error.detail()).startsWith("has a field that is not known here, its name of ");
                });
    }

    @Test
    void readsNoDeeperThanAnyAccount() {
        AccountBody.Faulty faulty =
                (AccountBody.Faulty) read("[".repeat(3_000) + "]".repeat(3_000), "application/json");

        assertThat(faulty.problem().type()).isEqualTo(Problem.Type.BODY_INVALID);
        assertThat(faulty.problem().errors()).extracting(FieldError::pointer).containsExactly("");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a\u202eb", "a\u2028b", "a\u009bb", "\ud800"})
    void refusesUnreadableNames(String name) {
        assertThat(read(body("a", name), "application/json")).isInstanceOf(AccountBody.Faulty.class);
    }

    @Test
    void acceptsTheLongestValuesAndNotOneMore() {
        assertThat(read(body("a".repeat(63), "n".repeat(100)), "application/json"))
                .isInstanceOf(AccountBody.Valid.class);
        assertThat(((AccountBody.Faulty) read(body("a".repeat(64), "n".repeat(101)), "application/json"))
                        .problem()
                        .errors())
                .extracting(FieldError::pointer)
                .containsExactly("/id", "/displayName");
    }

    @Test
    void saysThatAChunkedBodyDoesNotArrive() {
        TestRequest<Optional<String>> chunked =
                TestRequest.of(HttpMethod.POST, "accounts").withHeader("content-type", "application/json");

        assertThat(((AccountBody.Faulty) AccountBody.in(chunked)).problem().type())
                .isEqualTo(Problem.Type.LENGTH_REQUIRED);
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "application/x-www-form-urlencoded", "application/jsonp", "''"})
    void refusesOtherMediaTypes(String mediaType) {
        assertThat(((AccountBody.Faulty) read(SOUND, mediaType)).problem().type())
                .isEqualTo(Problem.Type.MEDIA_TYPE_UNSUPPORTED);
    }

    private static String body(String id, String displayName) {
        return "{\"id\":\"" + id + "\",\"displayName\":\"" + displayName + "\"}";
    }

    private static AccountBody read(String body, String mediaType) {
        return AccountBody.in(TestRequest.post("accounts", body).withHeader("content-type", mediaType));
    }
}
