package dev.gatehouse.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenHeaderTest {

    /** RFC 7515 §4.1.9: a media type, in any case, with or without {@code application/}. */
    @ParameterizedTest
    @ValueSource(
            strings = {"JWT", "jwt", "at+jwt", "AT+JWT", "application/at+jwt", "Application/At+Jwt", "application/jwt"})
    void acceptsTheTypesOfAccessTokens(String typ) {
        assertThat(SignedToken.read(token("{\"alg\":\"RS256\",\"kid\":\"k\",\"typ\":\"" + typ + "\"}")))
                .isInstanceOf(TokenReading.Readable.class);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{`alg`:`RS256`,`kid`:`k`,`typ`:`application/application/jwt`} | HEADER_NOT_ALLOWED",
                "{`alg`:`RS256`,`kid`:`k`,`typ`:`text/jwt`}                  | HEADER_NOT_ALLOWED",
                "{`alg`:`RS256`,`kid`:`k`,`typ`:`application/`}              | HEADER_NOT_ALLOWED",
                "{`alg`:`RS256`,`kid`:`k`,`typ`:`application/jwt;v=1`}       | HEADER_NOT_ALLOWED",
                "{`alg`:`RS256`,`kid`:`k`,`typ`:` jwt`}                      | HEADER_NOT_ALLOWED",
                "{`alg`:`RS256`,`kid`:`k`,`typ`:``}                          | HEADER_NOT_ALLOWED",
                "{`alg`:`RS256`,`kid`:`k`,`typ`:null}                        | HEADER_NOT_ALLOWED",
                "{`alg`:`RS256`,`kid`:`k`,`typ`:[`JWT`]}                     | HEADER_NOT_ALLOWED",
                "{`alg`:`RS256`,`kid`:`k`,`typ`:`dpop+jwt`}                  | HEADER_NOT_ALLOWED",
                "{`alg`:`RS256`,`kid`:`k`,`crit`:[]}                         | HEADER_NOT_ALLOWED",
                "{`alg`:`RS256`,`kid`:`k`,`crit`:null}                       | HEADER_NOT_ALLOWED",
                "{`alg`:`RS256`,`kid`:`k`,`crit`:[`b64`],`b64`:false}        | HEADER_NOT_ALLOWED",
                "{`alg`:`RS256`,`kid`:`k`,`b64`:false}                       | HEADER_NOT_ALLOWED",
                "{`alg`:`RS256`,`kid`:`k`,`b64`:true}                        | HEADER_NOT_ALLOWED",
                "{`alg`:`RS256`,`alg`:`RS256`,`kid`:`k`}                     | NOT_A_JWT",
                "{`alg`:`RS256`,`kid`:`k`,`\\u006bid`:`k`}                   | NOT_A_JWT",
                "{`alg`:`RS256`,`kid`:`\\ud800`}                             | NOT_A_JWT",
                "{`alg`:[`RS256`],`kid`:`k`}                                 | ALGORITHM_NOT_ALLOWED",
                "{`alg`:`http://www.w3.org/2001/04/xmldsig-more#rsa-sha256`,`kid`:`k`} | ALGORITHM_NOT_ALLOWED",
                "{`alg`:`RS256`,`kid`:[`k`]}                                 | KEY_ID_MISSING",
            })
    void refusesWhatAsksForMore(String header, Reason reason) {
        assertThat(SignedToken.read(token(header.replace('`', '"'))))
                .isInstanceOfSatisfying(
                        TokenReading.Unreadable.class,
                        unreadable -> assertThat(unreadable.fault().reason()).isEqualTo(reason));
    }

    @Test
    void saysWhereTheJsonIsWrongAndQuotesNothing() {
        TokenReading reading = SignedToken.read(token("{\"alg\":\"RS256\",\"kid\":\"k\",}"));

        assertThat(((TokenReading.Unreadable) reading).fault().actual()).isEqualTo("the JSON has no '\"' at byte 25");
    }

    private static String token(String header) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8))
                + ".e30.AA";
    }
}
