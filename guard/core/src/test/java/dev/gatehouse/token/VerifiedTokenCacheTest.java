package dev.gatehouse.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.gatehouse.fixtures.MovableClock;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VerifiedTokenCacheTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final RSAPublicKey KEY = mock(RSAPublicKey.class);
    private static final long EXP = NOW.getEpochSecond() + 60;

    private final MovableClock clock = new MovableClock(NOW);
    private final AtomicInteger readings = new AtomicInteger();
    private final VerifiedTokenCache cache = new VerifiedTokenCache(this::readAnew, clock, new Rs256Verifier()::digest);

    @Test
    void findsWhatItWasGivenAndNothingElse() {
        String token = token(1, 100, EXP);
        remember(token);

        assertThat(isKnown(token)).isTrue();
        assertThat(isKnown(token(2, 100, EXP))).isFalse();
        assertThat(cache.read("")).isInstanceOf(TokenReading.Unreadable.class);
    }

    @Test
    void comparesTheWholeTokenNotItsTailAlone() {
        String token = token(1, 100, EXP);
        remember(token);

        assertThat(isKnown(token(1, 101, EXP))).isFalse();
        assertThat(token(1, 101, EXP)).endsWith(token.substring(token.length() - 40));
    }

    @Test
    void forgetsATokenAtItsExp() {
        String token = token(1, 100, EXP);
        remember(token);
        clock.move(Duration.ofSeconds(59));
        assertThat(isKnown(token)).isTrue();

        clock.move(Duration.ofSeconds(1));

        assertThat(isKnown(token)).isFalse();
        assertThat(cache.size()).isZero();
    }

    @Test
    void remembersNoTokenWithoutAnEndOrPastIt() {
        remember(token(1, 100, NOW.getEpochSecond()));
        remember(compact("{\"padding\":\"x\"}", 2));

        assertThat(cache.size()).isZero();
    }

    @Test
    void forgetsATokenWhoseKeyIsAnotherNow() {
        String token = token(1, 100, EXP);
        remember(token);

        assertThat(read(token).isSignedBy(mock(RSAPublicKey.class), Rs256Verifier.JDK))
                .isFalse();

        assertThat(isKnown(token)).isFalse();
    }

    @Test
    void forgetsNothingForAnEarlierReadingOfTheSameToken() {
        String token = token(1, 100, EXP);
        remember(token);
        SignedToken earlier = read(token);
        earlier.isSignedBy(mock(RSAPublicKey.class), Rs256Verifier.JDK);
        remember(token);

        earlier.isSignedBy(mock(RSAPublicKey.class), Rs256Verifier.JDK);

        assertThat(isKnown(token)).isTrue();
    }

    @Test
    void remembersNoTokenWhoseSignatureDoesNotHold() {
        String token = token(1, 100, EXP);

        assertThat(read(token).isSignedBy(mock(RSAPublicKey.class), Rs256Verifier.JDK))
                .isFalse();

        assertThat(cache.size()).isZero();
    }

    @Test
    void holdsABoundedNumberOfBytesAndForgetsWhatWasLongestUnused() {
        String first = token(0, 8_000, EXP);
        remember(first);
        int fitting = VerifiedTokenCache.MAX_BYTES / 8_000;
        String second = token(1, 8_000, EXP);
        remember(second);
        for (int i = 2; i < fitting + 20; i++) {
            cache.read(first);
            remember(token(i, 8_000, EXP));
        }

        assertThat(cache.size()).isBetween(fitting * 8 / 10, fitting);
        assertThat(isKnown(first)).isTrue();
        assertThat(isKnown(second)).isFalse();
    }

    @Test
    void keepsTheClaimsThatAreJudgedAndNothingElseOfAToken() {
        SignedToken kept = remember(compact("{\"exp\":" + EXP + ",\"oid\":\"o\",\"roles\":null,\"name\":\"Ada\"}", 1));

        assertThat(kept.claims().asMap()).containsOnlyKeys("exp", "oid", "roles");
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
        SignedToken read = read(token);
        assertThat(read.isSignedBy(KEY, Rs256Verifier.JDK)).isTrue();
        return read;
    }

    private SignedToken read(String token) {
        return ((TokenReading.Readable) cache.read(token)).token();
    }

    private boolean isKnown(String token) {
        int before = readings.get();
        cache.read(token);
        return readings.get() == before;
    }

    private TokenReading readAnew(String compact) {
        readings.incrementAndGet();
        return SignedToken.read(compact) instanceof TokenReading.Readable readable
                ? new TokenReading.Readable(new SignedByTheKey(
                        readable.token().keyId(), readable.token().claims()))
                : SignedToken.read(compact);
    }

    private record SignedByTheKey(String keyId, Claims claims) implements SignedToken {
        @Override
        public boolean isSignedBy(RSAPublicKey key, Rs256Verifier verifier) {
            return key.equals(KEY);
        }
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
