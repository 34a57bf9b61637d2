package dev.gatehouse.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.gatehouse.fixtures.MovableClock;
import dev.gatehouse.fixtures.RsaKeys;
import dev.gatehouse.keys.DocumentFetcher;
import dev.gatehouse.keys.IssuerKeys;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases outside the table of tokens, which covers one deployment: version 1, several tenants, lists of principals. */
class VerifierTest {
    private static final String LOGIN = "https://login.example";
    private static final String ONE = "11111111-1111-4111-8111-111111111111";
    private static final String TWO = "22222222-2222-4222-8222-222222222222";
    private static final String STRANGER = "33333333-3333-4333-8333-333333333333";
    private static final String API = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa";
    private static final String CLIENT = "cccccccc-cccc-4ccc-8ccc-cccccccccccc";
    private static final String PRINCIPAL = "dddddddd-dddd-4ddd-8ddd-dddddddddddd";
    private static final String TEMPLATE = LOGIN + "/{tenantid}/v2.0";
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private static final RSAKey KEY = RsaKeys.key(0, "key");

    private final List<URI> read = new ArrayList<>();
    private Map<String, Object> published = Map.of();

    @ParameterizedTest
    @CsvSource({ONE, TWO})
    void acceptsTheListedTenantsUnderTheSharedTemplate(String tenant) {
        published = entry(TEMPLATE);

        assertThat(reasons(several(), v2(tenant))).isEmpty();
        assertThat(read).contains(URI.create(LOGIN + "/organizations/v2.0/.well-known/openid-configuration"));
    }

    @Test
    void refusesATenantThatIsNotListedBeforeAnythingIsRead() {
        published = entry(TEMPLATE);

        assertThat(reasons(several(), v2(STRANGER))).containsExactly(Reason.TENANT_NOT_ALLOWED);
        assertThat(read).isEmpty();
    }

    @Test
    void refusesAnIssuerOfOneListedTenantInATokenOfAnother() {
        published = entry(TEMPLATE);
        Map<String, Object> claims = v2(ONE);
        claims.put("iss", LOGIN + "/" + TWO + "/v2.0");

        assertThat(reasons(several(), claims)).containsExactly(Reason.ISSUER_MISMATCH);
    }

    /** Personal accounts share the key list with organisations; their keys name their own tenant. */
    @Test
    void refusesAKeyOfAnotherTenant() {
        published = entry(LOGIN + "/" + STRANGER + "/v2.0");

        assertThat(reasons(several(), v2(ONE))).containsExactly(Reason.KEY_ISSUER_MISMATCH);
    }

    @Test
    void acceptsAKeyOfTheTokensOwnTenantOnly() {
        published = entry(LOGIN + "/" + ONE + "/v2.0");

        assertThat(reasons(several(), v2(ONE))).isEmpty();
        assertThat(reasons(several(), v2(TWO))).containsExactly(Reason.KEY_ISSUER_MISMATCH);
    }

    @Test
    void takesAKeyWithoutAnIssuerFromATenantsOwnDocumentOnly() {
        published = entry(null);

        assertThat(reasons(several(), v2(ONE))).containsExactly(Reason.KEY_ISSUER_MISMATCH);
        assertThat(reasons(only(ONE, TokenVersion.V2), v2(ONE))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({API, "api://things", "api://things/"})
    void acceptsVersionOneForEachOfItsAudiences(String audience) {
        published = entry(null);
        Map<String, Object> claims = v1(ONE);
        claims.put("aud", audience);

        assertThat(reasons(only(ONE, TokenVersion.V1), claims)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "aud, api://thing, AUDIENCE_MISMATCH",
        "aud, API://things, AUDIENCE_MISMATCH",
        "iss, https://sts.windows.net/" + ONE + ", ISSUER_MISMATCH",
        "iss, https://sts.windows.net/" + ONE + "/v2.0, ISSUER_MISMATCH",
        "iss, " + LOGIN + "/" + ONE + "/v2.0, ISSUER_MISMATCH",
        "ver, 2.0, VERSION_NOT_ACCEPTED",
        "appid, " + API + ", CLIENT_NOT_ALLOWED",
    })
    void refusesInvalidTokensOfVersionOne(String claim, String value, Reason reason) {
        published = entry(null);
        Map<String, Object> claims = v1(ONE);
        claims.put(claim, value);

        assertThat(reasons(only(ONE, TokenVersion.V1), claims)).containsExactly(reason);
    }

    @Test
    void wantsTheClientInTheClaimOfTheVersion() {
        published = entry(null);
        Map<String, Object> claims = v1(ONE);
        claims.remove("appid");
        claims.put("azp", CLIENT);

        assertThat(reasons(only(ONE, TokenVersion.V1), claims))
                .containsExactly(Reason.NOT_AN_ACCESS_TOKEN, Reason.CLIENT_NOT_ALLOWED);
    }

    @Test
    void keepsTheVersionsApartWhereBothAreAccepted() {
        published = entry(null);
        TokenPolicy both = only(ONE, TokenVersion.V1, TokenVersion.V2);
        Map<String, Object> mixed = v1(ONE);
        mixed.put("ver", "2.0");

        assertThat(reasons(both, v1(ONE))).isEmpty();
        assertThat(reasons(both, v2(ONE))).isEmpty();
        assertThat(reasons(both, mixed)).startsWith(Reason.ISSUER_MISMATCH);
    }

    @Test
    void anAppIdUriIsNoAudienceOfVersionTwo() {
        published = entry(null);
        Map<String, Object> claims = v2(ONE);
        claims.put("aud", "api://things");

        assertThat(reasons(only(ONE, TokenVersion.V1, TokenVersion.V2), claims))
                .containsExactly(Reason.AUDIENCE_MISMATCH);
    }

    @Test
    void admitsOnlyTheListedPrincipalsWhereThereIsAList() {
        published = entry(null);
        Map<String, Object> other = v2(ONE);
        other.put("oid", STRANGER);
        other.put("sub", STRANGER);

        assertThat(reasons(onlyPrincipal(PRINCIPAL), v2(ONE))).isEmpty();
        assertThat(reasons(onlyPrincipal(PRINCIPAL), other)).containsExactly(Reason.PRINCIPAL_NOT_ALLOWED);
    }

    @Test
    void distinguishesTheKindsOfCallers() {
        published = entry(null);
        TokenPolicy policy = only(ONE, TokenVersion.V2);
        Map<String, Object> identity = v2(ONE);
        identity.put("xms_mirid", "/subscriptions/s/providers/p");
        Map<String, Object> user = v2(ONE);
        user.put("sub", "pairwise");
        user.put("scp", "b a b");

        assertThat(caller(policy, v2(ONE)).kind()).isEqualTo(VerifiedCaller.Kind.APP);
        assertThat(caller(policy, identity).kind()).isEqualTo(VerifiedCaller.Kind.MANAGED_IDENTITY);
        assertThat(caller(policy, user).kind()).isEqualTo(VerifiedCaller.Kind.USER);
        assertThat(caller(policy, user).scopes()).containsExactlyInAnyOrder("a", "b");
    }

    /** Seconds from now; a clock difference of 60 s is allowed at each end, not between a token's own times. */
    @ParameterizedTest(name = "[{index}] iat {0}, nbf {1}, exp {2}: {3}")
    @CsvSource(
            nullValues = "absent",
            value = {
                "absent, absent, -59, absent",
                "absent, absent, -60, EXPIRED",
                "60, absent, 3600, absent",
                "61, absent, 3600, NOT_YET_VALID",
                "absent, 60, 3600, absent",
                "absent, 61, 3600, NOT_YET_VALID",
                "absent, 10, 10, absent",
                "absent, 10, 9, NOT_YET_VALID",
                "absent, -59, -59, absent",
                "absent, -58, -59, NOT_YET_VALID",
                "3601, 0, 3600, NOT_YET_VALID",
            })
    void comparesTheTimesOfATokenToTheSecond(Long iat, Long nbf, long exp, Reason reason) {
        published = entry(null);
        Map<String, Object> claims = v2(ONE);
        putTime(claims, "iat", iat);
        putTime(claims, "nbf", nbf);
        putTime(claims, "exp", exp);

        assertThat(reasons(only(ONE, TokenVersion.V2), claims)).isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    private static void putTime(Map<String, Object> claims, String name, Long fromNow) {
        if (fromNow != null) {
            claims.put(name, NOW.getEpochSecond() + fromNow);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"iat", "nbf"})
    void refusesATimeThatIsNone(String claim) {
        published = entry(null);
        List<Object> nones = Arrays.asList("0", "soon", true, null, List.of(1), Map.of(), -1, Long.MAX_VALUE);
        for (Object none : nones) {
            Map<String, Object> claims = v2(ONE);
            claims.put(claim, none);

            assertThat(reasons(only(ONE, TokenVersion.V2), claims))
                    .as("%s", none)
                    .containsExactly(Reason.NOT_YET_VALID);
        }
    }

    /** Only the key that the token names is used, not any key that fits. */
    @Test
    void refusesTheSignatureOfAnotherPublishedKey() {
        RSAKey other = RsaKeys.key(1, "other");
        published = Map.of(
                "keys",
                List.of(KEY.toPublicJWK().toJSONObject(), other.toPublicJWK().toJSONObject()));
        RSAKey liar = new RSAKey.Builder(KEY).keyID("other").build();

        Verification verification =
                verifier(only(ONE, TokenVersion.V2), this::document).verify(sign(v2(ONE), liar));

        assertThat(((Verification.Refused) verification).refusals())
                .extracting(CheckResult::reason)
                .containsExactly(Reason.SIGNATURE_INVALID);
    }

    @Test
    void cannotDecideWhileKeysAreUnknown() {
        DocumentFetcher down = address -> {
            throw new IOException("down");
        };

        assertThat(undecided(verifier(several(), down).verify(sign(v2(ONE))))).containsExactly(Reason.KEYS_UNAVAILABLE);
    }

    private List<Reason> reasons(TokenPolicy policy, Map<String, Object> claims) {
        Verification verification = verifier(policy, this::document).verify(sign(claims));
        return verification instanceof Verification.Refused refused
                ? refused.refusals().stream().map(CheckResult::reason).toList()
                : List.of();
    }

    private VerifiedCaller caller(TokenPolicy policy, Map<String, Object> claims) {
        Verification verification = verifier(policy, this::document).verify(sign(claims));
        return ((Verification.Accepted) verification).caller();
    }

    private static Verifier verifier(TokenPolicy policy, DocumentFetcher documents) {
        MovableClock clock = new MovableClock(NOW);
        IssuerKeys keys = new IssuerKeys(documents, clock, Runnable::run, notice -> {});
        return new Verifier(new TrustedIssuers(LOGIN, policy), new SignatureCheck(keys), policy, clock);
    }

    private byte[] document(URI address) {
        read.add(address);
        return JSONObjectUtils.toJSONString(address.getPath().endsWith("/keys") ? published : discovery(address))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> discovery(URI address) {
        String path = address.getPath();
        String tenant = path.split("/", -1)[1];
        String v2 = tenant.equals("organizations") ? TEMPLATE : LOGIN + "/" + tenant + "/v2.0";
        String issuer = path.contains("/v2.0/") ? v2 : "https://sts.windows.net/" + tenant + "/";
        return Map.of("issuer", issuer, "jwks_uri", LOGIN + "/" + tenant + "/keys");
    }

    private static Map<String, Object> entry(String issuer) {
        Map<String, Object> entry = KEY.toPublicJWK().toJSONObject();
        if (issuer != null) {
            entry.put("issuer", issuer);
        }
        return Map.of("keys", List.of(entry));
    }

    private static TokenPolicy several() {
        return policy(Set.of(ONE, TWO), Optional.empty(), TokenVersion.V2);
    }

    private static TokenPolicy only(String tenant, TokenVersion... versions) {
        return policy(Set.of(tenant), Optional.empty(), versions);
    }

    private static TokenPolicy onlyPrincipal(String principal) {
        return policy(Set.of(ONE), Optional.of(Set.of(principal)), TokenVersion.V2);
    }

    private static TokenPolicy policy(Set<String> tenants, Optional<Set<String>> principals, TokenVersion... versions) {
        return new TokenPolicy(
                Arrays.stream(versions).collect(Collectors.toSet()),
                tenants,
                new TokenPolicy.Audience(API, Set.of("api://things", "api://things/")),
                new TokenPolicy.AllowList(Set.of(CLIENT), principals));
    }

    private static Map<String, Object> v2(String tenant) {
        Map<String, Object> claims = common(tenant);
        claims.put("iss", LOGIN + "/" + tenant + "/v2.0");
        claims.put("ver", "2.0");
        claims.put("azp", CLIENT);
        return claims;
    }

    private static Map<String, Object> v1(String tenant) {
        Map<String, Object> claims = common(tenant);
        claims.put("iss", "https://sts.windows.net/" + tenant + "/");
        claims.put("ver", "1.0");
        claims.put("appid", CLIENT);
        return claims;
    }

    private static Map<String, Object> common(String tenant) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", API);
        claims.put("tid", tenant);
        claims.put("oid", PRINCIPAL);
        claims.put("sub", PRINCIPAL);
        claims.put("exp", NOW.getEpochSecond() + 3600);
        return claims;
    }

    private static String sign(Map<String, Object> claims) {
        return sign(claims, KEY);
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
