package dev.gatehouse.middleware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import com.microsoft.azure.functions.HttpRequestMessage;
import dev.gatehouse.token.Reason;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenTest {

    @ParameterizedTest
    @ValueSource(strings = {"Bearer a.b.c", "bearer a.b.c", "BEARER   a.b.c", "Bearer a.b.c "})
    void findsTheOneToken(String value) {
        assertThat(BearerToken.in(request(Map.of("authorization", value))))
                .isEqualTo(new BearerToken.Sent(new PresentedToken("a.b.c")));
    }

    /** RFC 6750 §2.1, b64token. */
    @Test
    void takesTheCharactersOfATokenAndNoOther() {
        String allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/";
        for (char c = '!'; c < 0x7f; c++) {
            BearerToken token = BearerToken.in(request(Map.of("authorization", "Bearer a" + c + "b")));
            if (allowed.indexOf(c) >= 0) {
                assertThat(token).isEqualTo(new BearerToken.Sent(new PresentedToken("a" + c + "b")));
            } else {
                assertThat(token).as("%s", c).isInstanceOf(BearerToken.Unusable.class);
            }
        }
    }

    @Test
    void findsTheHeaderWhateverItsLetterCase() {
        assertThat(BearerToken.in(request(Map.of("AuthoriZation", "Bearer a.b.c"))))
                .isEqualTo(new BearerToken.Sent(new PresentedToken("a.b.c")));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''                        | TOKEN_MISSING",
                "' '                       | TOKEN_MISSING",
                "Basic dXNlcjpwYXNz        | TOKEN_MISSING",
                "a.b.c                     | TOKEN_MISSING",
                "Bearertoken a.b.c         | TOKEN_MISSING",
                "Digest a=\"b\", c=\"d\"   | TOKEN_MISSING",
                "Bearer                    | AUTHORIZATION_MALFORMED",
                "Bearer a b                | AUTHORIZATION_MALFORMED",
                "Bearer a.b.c\u00e9        | AUTHORIZATION_MALFORMED",
                "Bearer \"a.b.c\"          | AUTHORIZATION_MALFORMED",
                "Bearer=a.b.c              | AUTHORIZATION_MALFORMED",
                "Bearer a.b.c,Bearer d.e.f | SEVERAL_TOKENS",
                "Bearer a.b.c, Bearer d    | SEVERAL_TOKENS",
                "Bearer a.b.c,             | SEVERAL_TOKENS",
                "Basic dXNlcg==,Bearer a   | SEVERAL_TOKENS",
            })
    void refusesWhatIsNotOneToken(String value, Reason reason) {
        BearerToken token = BearerToken.in(request(Map.of("authorization", value)));

        assertThat(((BearerToken.Unusable) token).refusal().reason()).isEqualTo(reason);
    }

    @Test
    void refusesTwoHeadersThatAHostDidNotJoin() {
        HttpRequestMessage<?> request =
                request(Map.of("authorization", "Bearer a.b.c", "Authorization", "Bearer d.e.f"));

        assertThat(((BearerToken.Unusable) BearerToken.in(request)).refusal().reason())
                .isEqualTo(Reason.SEVERAL_TOKENS);
    }

    @Test
    void refusesASecondTokenInTheQueryAndAcceptsNoneThereAlone() {
        Map<String, String> query = Map.of("access_token", "a.b.c");

        assertThat(((BearerToken.Unusable) BearerToken.in(request(Map.of(), query)))
                        .refusal()
                        .reason())
                .isEqualTo(Reason.TOKEN_MISSING);
        assertThat(((BearerToken.Unusable) BearerToken.in(request(Map.of("authorization", "Bearer a.b.c"), query)))
                        .refusal()
                        .reason())
                .isEqualTo(Reason.SEVERAL_TOKENS);
    }

    @Test
    void neverShowsTheToken() {
        assertThat(new BearerToken.Sent(new PresentedToken("a.b.c")).toString()).doesNotContain("a.b.c");
    }

    @Test
    void takesTheFormThatTheRfcGivesAndNoOther() {
        Pattern form = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]+=*)");
        Random random = new Random(6750);
        String[] pieces = {
            "Bearer", "bEaReR", "Beare", " ", "a", "Z9", ".", "_~+/-", "=", ",", "\t", "\u00e9", "\u212a", "\""
        };
        Map<String, String> headers = new HashMap<>();
        HttpRequestMessage<?> request = request(headers);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder value = new StringBuilder(random.nextInt(4) == 0 ? "" : "Bearer ");
            random.ints(random.nextInt(6), 0, pieces.length).forEach(piece -> value.append(pieces[piece]));
            Matcher expected = form.matcher(value.toString().strip());

            headers.put("authorization", value.toString());
            BearerToken actual = BearerToken.in(request);

            assertThat(actual instanceof BearerToken.Sent).as("%s", value).isEqualTo(expected.matches());
            if (actual instanceof BearerToken.Sent sent) {
                assertThat(sent.token().value()).isEqualTo(expected.group(1));
            }
        }
    }

    private static HttpRequestMessage<?> request(Map<String, String> headers) {
        return request(headers, Map.of());
    }

    private static HttpRequestMessage<?> request(Map<String, String> headers, Map<String, String> query) {
        HttpRequestMessage<?> request =
                mock(HttpRequestMessage.class, withSettings().stubOnly());
        when(request.getHeaders()).thenReturn(headers);
        when(request.getQueryParameters()).thenReturn(query);
        return request;
    }
}
