package dev.gatehouse.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check that layers share, alone: its verdict at the edges, and what it says. */
class TokenChecksTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_000_000);
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Duration SKEW = Duration.ofSeconds(300);
    private static final CheckId ID = Reason.EXPIRED;
    private static final Set<String> OWN = Set.of("b", "a");

    static Stream<Arguments> times() {
        Check<TokenUnderCheck> start = TokenChecks.start(ID, SKEW, CLOCK);
        Check<TokenUnderCheck> end = TokenChecks.endTime(ID);
        Check<TokenUnderCheck> issue = TokenChecks.issueTime(ID);
        Check<TokenUnderCheck> expiry = TokenChecks.expiry(ID, SKEW, CLOCK);
        String startWords = "nbf not after " + NOW.plus(SKEW) + " nor after exp";
        String expiryWords = "exp after " + NOW.minus(SKEW);
        return Stream.of(
                arguments(start, "{}", Verdict.PASSED, startWords, "absent"),
                arguments(start, "{\"nbf\":1000300}", Verdict.PASSED, startWords, at(1_000_300)),
                arguments(start, "{\"nbf\":1000301}", Verdict.REFUSED, startWords, at(1_000_301)),
                arguments(start, "{\"nbf\":\"1\"}", Verdict.REFUSED, startWords, "1"),
                arguments(start, "{\"nbf\":1000010,\"exp\":1000010}", Verdict.PASSED, startWords, at(1_000_010)),
                arguments(start, "{\"nbf\":1000011,\"exp\":1000010}", Verdict.REFUSED, startWords, at(1_000_011)),
                arguments(end, "{\"exp\":1}", Verdict.PASSED, "exp as a time", at(1)),
                arguments(end, "{}", Verdict.REFUSED, "exp as a time", "absent"),
                arguments(end, "{\"exp\":\"x\"}", Verdict.REFUSED, "exp as a time", "x"),
                arguments(issue, "{\"iat\":9000000}", Verdict.PASSED, "iat as a time", at(9_000_000)),
                arguments(issue, "{}", Verdict.PASSED, "iat as a time", "absent"),
                arguments(issue, "{\"iat\":\"x\"}", Verdict.REFUSED, "iat as a time", "x"),
                arguments(expiry, "{\"exp\":999701}", Verdict.PASSED, expiryWords, at(999_701)),
                arguments(expiry, "{\"exp\":999700}", Verdict.REFUSED, expiryWords, at(999_700)),
                arguments(expiry, "{}", Verdict.REFUSED, expiryWords, "absent"));
    }

    static Stream<Arguments> names() {
        Check<TokenUnderCheck> any = TokenChecks.anyAudience(ID, OWN);
        Check<TokenUnderCheck> audience = TokenChecks.audience(ID, token -> OWN);
        Check<TokenUnderCheck> named = TokenChecks.named(ID, TokenChecksTest::client);
        Check<TokenUnderCheck> client = TokenChecks.client(ID, TokenChecksTest::client, OWN);
        Check<TokenUnderCheck> emptyList = TokenChecks.client(ID, TokenChecksTest::client, Set.of());
        Check<TokenUnderCheck> principal = TokenChecks.principal(ID, OWN);
        Check<TokenUnderCheck> oneOf = TokenChecks.oneOf(ID, "tid", OWN);
        String noClient = "an allowed client application; the list is empty";
        return Stream.of(
                arguments(any, "{\"aud\":\"a\"}", Verdict.PASSED, "a or b", "a"),
                arguments(any, "{\"aud\":[\"x\",\"b\"]}", Verdict.PASSED, "a or b", "[x, b]"),
                arguments(any, "{\"aud\":[\"x\"]}", Verdict.REFUSED, "a or b", "[x]"),
                arguments(any, "{}", Verdict.REFUSED, "a or b", "absent"),
                arguments(audience, "{\"aud\":\"a\"}", Verdict.PASSED, "a or b", "a"),
                arguments(audience, "{\"aud\":[\"a\"]}", Verdict.REFUSED, "a or b", "[a]"),
                arguments(audience, "{\"aud\":\"A\"}", Verdict.REFUSED, "a or b", "A"),
                arguments(audience, "{}", Verdict.REFUSED, "a or b", "absent"),
                arguments(named, "{\"azp\":\"x\"}", Verdict.PASSED, "azp or appid", "x"),
                arguments(named, "{}", Verdict.REFUSED, "azp or appid", "absent"),
                arguments(client, "{\"azp\":\"b\"}", Verdict.PASSED, "a or b", "b"),
                arguments(client, "{\"azp\":\"x\"}", Verdict.REFUSED, "a or b", "x"),
                arguments(client, "{}", Verdict.REFUSED, "a or b", "absent"),
                arguments(emptyList, "{\"azp\":\"a\"}", Verdict.REFUSED, noClient, "a"),
                arguments(principal, "{\"oid\":\"a\"}", Verdict.PASSED, "a or b", "a"),
                arguments(principal, "{\"oid\":\"x\"}", Verdict.REFUSED, "a or b", "x"),
                arguments(principal, "{}", Verdict.REFUSED, "a or b", "absent"),
                arguments(oneOf, "{\"tid\":\"b\"}", Verdict.PASSED, "a or b", "b"),
                arguments(oneOf, "{\"tid\":\"x\"}", Verdict.REFUSED, "a or b", "x"),
                arguments(oneOf, "{}", Verdict.REFUSED, "a or b", "absent"));
    }

    @ParameterizedTest(name = "[{index}] {1} {2}")
    @MethodSource({"times", "names"})
    void saysWhatItDecides(
            Check<TokenUnderCheck> check, String claims, Verdict verdict, String expected, String actual) {
        TokenUnderCheck token = token(claims);

        assertThat(check.verdict(token)).isEqualTo(verdict);
        assertThat(check.explain(token)).isEqualTo(new CheckResult(ID, verdict, expected, actual));
    }

    private static Optional<String> client(TokenUnderCheck token) {
        return token.claims().text("azp");
    }

    private static String at(long seconds) {
        return Instant.ofEpochSecond(seconds).toString();
    }

    private static TokenUnderCheck token(String claims) {
        String compact = encoded("{\"alg\":\"RS256\",\"kid\":\"k\"}") + "." + encoded(claims) + ".c2ln";
        SignedToken token = ((TokenReading.Readable) SignedToken.read(compact)).token();
        return TokenUnderCheck.of(token, new SignatureCheck.Outcome.Signed(Optional.empty()), Optional.empty());
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
