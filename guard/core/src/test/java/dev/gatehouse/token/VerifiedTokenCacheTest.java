package dev.gatehouse.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.fixtures.MovableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class VerifiedTokenCacheTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final long EXP = NOW.getEpochSecond() + 60;

    private final MovableClock clock = new MovableClock(NOW);
    private final VerifiedTokenCache proven = new VerifiedTokenCache(clock, new Rs256Verifier()::digest);

    @Test
    void findsWhatItWasGivenAndNothingElse() {
        String token = token(1, 100, EXP);
        SignedToken read = remember(token);

        assertThat(proven.find(token)).containsSame(read);
        assertThat(proven.find(token(2, 100, EXP))).isEmpty();
        assertThat(proven.find("")).isEmpty();
    }

    @Test
    void comparesTheWholeTokenNotItsTailAlone() {
        String token = token(1, 100, EXP);
        remember(token);

        assertThat(proven.find(token(1, 101, EXP))).isEmpty();
        assertThat(token(1, 101, EXP)).endsWith(token.substring(token.length() - 40));
    }

    @Test
    void forgetsATokenAtItsExp() {
        String token = token(1, 100, EXP);
        remember(token);
        clock.move(Duration.ofSeconds(59));
        assertThat(proven.find(token)).isPresent();

        clock.move(Duration.ofSeconds(1));

        assertThat(proven.find(token)).isEmpty();
        assertThat(proven.size()).isZero();
    }

    @Test
    void remembersNoTokenWithoutAnEndOrPastIt() {
        remember(token(1, 100, NOW.getEpochSecond()));
        remember(compact("{\"padding\":\"x\"}", 2));

        assertThat(proven.size()).isZero();
    }

    @Test
    void forgetsTheTokenThatItIsToldToAndNoOther() {
        String token = token(1, 100, EXP);
        SignedToken read = remember(token);

        proven.forget(token, read(token)); // another reading: somebody else's attempt with the same text
        assertThat(proven.find(token)).isPresent();

        proven.forget(token, read);
        assertThat(proven.find(token)).isEmpty();
    }

    @Test
    void holdsABoundedNumberOfBytesAndForgetsWhatWasLongestUnused() {
        String first = token(0, 8_000, EXP);
        remember(first);
        int fitting = VerifiedTokenCache.MAX_BYTES / 8_000;
        String second = token(1, 8_000, EXP);
        remember(second);
        for (int i = 2; i < fitting + 20; i++) {
            proven.find(first);
            remember(token(i, 8_000, EXP));
        }

        assertThat(proven.size()).isBetween(fitting * 8 / 10, fitting);
        assertThat(proven.find(first)).isPresent();
        assertThat(proven.find(second)).isEmpty();
    }

    @Test
    void keepsTheClaimsThatAreJudgedAndNothingElseOfAToken() {
        SignedToken kept = remember(compact("{\"exp\":" + EXP + ",\"oid\":\"o\",\"roles\":null,\"name\":\"Ada\"}", 1));

        assertThat(kept.claims().asMap()).containsOnlyKeys("exp", "oid", "roles");
        assertThat(kept.isKept()).isTrue();
    }

    @Test
    void holdsOnceWhatTokensHaveInCommon() {
        SignedToken first = remember(compact("{\"exp\":" + EXP + ",\"iss\":\"issuer\",\"oid\":\"a\"}", 1));
        SignedToken second = remember(compact("{\"exp\":" + EXP + ",\"iss\":\"issuer\",\"oid\":\"b\"}", 2));

        assertThat(second.claims().asMap().get("iss"))
                .isSameAs(first.claims().asMap().get("iss"));
        assertThat(second.claims().text("oid")).contains("b");
    }

    private SignedToken remember(String token) {
        return proven.remember(token, read(token));
    }

    private static SignedToken read(String token) {
        return ((TokenReading.Readable) SignedToken.read(token)).token();
    }

    private static String token(int signature, int padding, long exp) {
        return compact("{\"exp\":" + exp + ",\"xms_mirid\":\"" + signature + "x".repeat(padding) + "\"}", signature);
    }

    private static String compact(String claims, int signature) {
        return encoded("{\"alg\":\"RS256\",\"kid\":\"k\"}") + "." + encoded(claims) + "."
                + encoded("%064d".formatted(signature));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
