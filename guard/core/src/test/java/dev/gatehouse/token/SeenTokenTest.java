package dev.gatehouse.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.gatehouse.fixtures.MovableClock;
import dev.gatehouse.fixtures.RsaKeys;
import dev.gatehouse.keys.IssuerKeys;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cached token is accepted only as long as the same token would be accepted without the cache. */
class SeenTokenTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final String TENANT = "11111111-1111-4111-8111-111111111111";
    private static final String LOGIN = "https://login.example";
    private static final String ISSUER = LOGIN + "/" + TENANT + "/v2.0";
    private static final String API = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa";
    private static final String CLIENT = "cccccccc-cccc-4ccc-8ccc-cccccccccccc";
    private static final Duration LIFE = Duration.ofDays(2);
    private static final Duration KEYS_ARE_OLD = Duration.ofHours(1);
    private static final Duration KEYS_ARE_TOO_OLD = Duration.ofHours(24);

    private static final RSAKey KEY = RsaKeys.key(0, "key");
    private static final RSAKey SUCCESSOR = RsaKeys.key(1, "key");

    private final MovableClock clock = new MovableClock(NOW);
    private final IssuerKeys keys = new IssuerKeys(this::document, clock, Runnable::run, notice -> {});
    private final Verifier verifier = verifier(CLIENT);
    private List<RSAKey> published = List.of();

    @BeforeEach
    void publish() {
        published = List.of(KEY);
    }

    @Test
    void isAcceptedAgainWithTheSameCaller() {
        String token = token();

        assertThat(caller(token).client()).isEqualTo(caller(token).client()).isEqualTo(CLIENT);
    }

    @Test
    void isRefusedFromTheSecondInWhichItExpires() {
        String token = token();
        caller(token);
        clock.move(LIFE.plus(GuardChecks.CLOCK_SKEW).minusSeconds(1));
        assertThat(verify(token)).isEmpty();

        clock.move(Duration.ofSeconds(1));

        assertThat(verify(token)).containsExactly(Reason.EXPIRED);
    }

    @Test
    void isRefusedWhenTheClockGoesBackBeforeItsStart() {
        Map<String, Object> claims = claims();
        claims.put("nbf", NOW.getEpochSecond());
        String token = sign(claims, KEY);
        caller(token);

        clock.move(GuardChecks.CLOCK_SKEW.plusSeconds(1).negated());

        assertThat(verify(token)).containsExactly(Reason.NOT_YET_VALID);
    }

    @Test
    void isRefusedAsSoonAsItsKeyIsKnownToBeRemoved() {
        String token = token();
        caller(token);
        published = List.of(RsaKeys.key(1, "other"));
        clock.move(KEYS_ARE_OLD);

        verify(token); // starts the refresh

        assertThat(verify(token)).containsExactly(Reason.KEY_UNKNOWN);
    }

    @Test
    void isRefusedWhenAnotherKeyTakesItsKeysName() {
        String token = token();
        caller(token);
        published = List.of(SUCCESSOR);
        clock.move(KEYS_ARE_OLD);
        verify(token);

        assertThat(verify(token)).containsExactly(Reason.SIGNATURE_INVALID);
        assertThat(verify(sign(claims(), SUCCESSOR))).isEmpty();
    }

    @Test
    void isNotBelievedLongerThanItsKeys() {
        String token = token();
        caller(token);
        published = List.of();

        clock.move(KEYS_ARE_TOO_OLD);

        assertThat(undecided(verifier.verify(token))).containsExactly(Reason.KEYS_UNAVAILABLE);
    }

    /** Keys are timed by elapsed time, tokens by the time of day. */
    @Test
    void isRefusedAnHourAfterItsKeyWasRemovedAlsoWhereTheClockWasSetBack() {
        MovableClock uptime = new MovableClock(Instant.EPOCH);
        Verifier counting = verifier(CLIENT, new IssuerKeys(this::document, uptime, Runnable::run, notice -> {}));
        assertThat(reasons(counting.verify(token()))).isEmpty();
        published = List.of(RsaKeys.key(1, "other"));
        clock.move(Duration.ofHours(-48));

        uptime.move(KEYS_ARE_OLD.minusNanos(1));
        assertThat(reasons(counting.verify(token()))).isEmpty();
        uptime.move(Duration.ofNanos(1));
        assertThat(reasons(counting.verify(token()))).isEmpty(); // starts the refresh
        assertThat(reasons(counting.verify(token()))).containsExactly(Reason.KEY_UNKNOWN);
    }

    @Test
    void waitsFiveMinutesForANewKeyAlsoWhereTheClockWasSetBack() {
        MovableClock uptime = new MovableClock(Instant.EPOCH);
        Verifier counting = verifier(CLIENT, new IssuerKeys(this::document, uptime, Runnable::run, notice -> {}));
        RSAKey next = RsaKeys.key(1, "next");
        counting.verify(token());
        assertThat(reasons(counting.verify(sign(claims(), next)))).containsExactly(Reason.KEY_UNKNOWN);
        published = List.of(KEY, next);
        clock.move(Duration.ofHours(-2));

        uptime.move(Duration.ofMinutes(5).minusNanos(1));
        assertThat(reasons(counting.verify(sign(claims(), next)))).containsExactly(Reason.KEY_UNKNOWN);
        uptime.move(Duration.ofNanos(1));
        assertThat(reasons(counting.verify(sign(claims(), next)))).isEmpty();
    }

    @Test
    void isJudgedByTheSettingsThatHoldNow() {
        String token = token();
        caller(token);

        Verification strict = verifier("dddddddd-dddd-4ddd-8ddd-dddddddddddd").verify(token);

        assertThat(reasons(strict)).containsExactly(Reason.CLIENT_NOT_ALLOWED);
    }

    @Test
    void lendsItsSignatureToNoOtherToken() {
        String token = token();
        caller(token);
        Map<String, Object> more = claims();
        more.put("roles", List.of("Accounts.Provision"));
        String[] other = sign(more, KEY).split("\\.", -1);
        String forged = other[0] + "." + other[1] + token.substring(token.lastIndexOf('.'));

        assertThat(verify(forged)).containsExactly(Reason.SIGNATURE_INVALID);
        assertThat(verify(token)).isEmpty();
    }

    @Test
    void isRefusedWithAnyCharacterChanged() {
        String token = token();
        caller(token);
        for (int i = 0; i < token.length() - 1; i += 13) { // without the last character: two of its bits are unused
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(verify(token.substring(0, i) + other + token.substring(i + 1)))
                    .as("character %d", i)
                    .isNotEmpty();
        }
    }

    private List<Reason> verify(String token) {
        return reasons(verifier.verify(token));
    }

    private VerifiedCaller caller(String token) {
        return ((Verification.Accepted) verifier.verify(token)).caller();
    }

    private static List<Reason> reasons(Verification verification) {
        return verification instanceof Verification.Refused refused
                ? refused.refusals().stream().map(CheckResult::reason).toList()
                : List.of();
    }

    private Verifier verifier(String client) {
        return verifier(client, keys);
    }

    private Verifier verifier(String client, IssuerKeys counted) {
        TokenPolicy policy = new TokenPolicy(
                Set.of(TokenVersion.V2),
                Set.of(TENANT),
                new TokenPolicy.Audience(API, Set.of()),
                new TokenPolicy.AllowList(Set.of(client), Optional.empty()));
        return new Verifier(new TrustedIssuers(LOGIN, policy), new SignatureCheck(counted), policy, clock);
    }

    private byte[] document(URI address) throws IOException {
        if (published.isEmpty()) {
            throw new IOException("no connection");
        }
        String text = address.getPath().endsWith("/keys")
                ? new JWKSet(List.copyOf(published)).toString()
                : JSONObjectUtils.toJSONString(Map.of("issuer", ISSUER, "jwks_uri", LOGIN + "/keys"));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String token() {
        return sign(claims(), KEY);
    }

    private static Map<String, Object> claims() {
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", ISSUER);
        claims.put("aud", API);
        claims.put("ver", "2.0");
        claims.put("tid", TENANT);
        claims.put("azp", CLIENT);
        claims.put("oid", "dddddddd-dddd-4ddd-8ddd-dddddddddddd");
        claims.put("sub", "dddddddd-dddd-4ddd-8ddd-dddddddddddd");
        claims.put("exp", NOW.plus(LIFE).getEpochSecond());
        return claims;
    }

    private static String sign(Map<String, Object> claims, RSAKey by) {
        JWSObject token = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID()).build(), new Payload(claims));
        try {
            token.sign(new RSASSASigner(by));
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
        return token.serialize();
    }

    private static List<Reason> undecided(Verification verification) {
        return ((Verification.Refused) verification)
                .refusals().stream()
                        .filter(refusal -> refusal.verdict() == Verdict.UNDECIDED)
                        .map(CheckResult::reason)
                        .toList();
    }
}
