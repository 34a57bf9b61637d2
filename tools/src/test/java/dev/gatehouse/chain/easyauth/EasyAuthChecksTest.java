package dev.gatehouse.chain.easyauth;

import static dev.gatehouse.chain.easyauth.SiteSettings.ALIAS;
import static dev.gatehouse.chain.easyauth.SiteSettings.CLOCK;
import static dev.gatehouse.chain.easyauth.SiteSettings.OBJECT_ID;
import static dev.gatehouse.chain.easyauth.SiteSettings.OTHER;
import static dev.gatehouse.chain.easyauth.SiteSettings.VALID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.chain.gateway.TestTenant;
import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.DocumentedIssuers;
import dev.gatehouse.token.SignatureCheck;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What Easy Auth makes of a token, by the fixed clock: one valid token, changed in one claim, for one valid site. */
class EasyAuthChecksTest {
    private static final long NOW = TestTenant.NOW.getEpochSecond();
    private static final long SKEW = 300;

    static Stream<Arguments> claims() {
        return Stream.of(
                arguments("ver", "1.0", "authenticated"),
                arguments("tid", OTHER, "authenticated"), // the issuer names the tenant; tid is not checked here
                arguments("roles", null, "authenticated"), // the guard's business
                arguments("roles", List.of(), "authenticated"),
                arguments("roles", List.of(7), "unauthenticated claims"),
                arguments("azp", 7, "unauthenticated claims"),
                arguments("azp", List.of(TestTenant.CLIENT), "unauthenticated claims"),
                arguments("oid", null, "forbidden allowedPrincipals"),
                arguments("oid", OTHER, "forbidden allowedPrincipals"),
                arguments("oid", OBJECT_ID + " ", "forbidden allowedPrincipals"),
                arguments("azp", OTHER, "forbidden allowedApplications"),
                arguments("azp", null, "forbidden allowedApplications"),
                arguments("azp", "", "forbidden allowedApplications"),
                arguments("azp", TestTenant.CLIENT.toUpperCase(java.util.Locale.ROOT), "forbidden allowedApplications"),
                arguments("iss", TestTenant.V1_ISSUER, "unauthenticated issuer"),
                arguments("iss", TestTenant.V2_ISSUER + "/", "unauthenticated issuer"),
                arguments("iss", null, "unauthenticated issuer"),
                arguments("aud", ALIAS, "authenticated"),
                arguments("aud", OTHER, "unauthenticated audience"),
                arguments("aud", ALIAS + "/", "unauthenticated audience"),
                arguments("aud", List.of(TestTenant.AUDIENCE, OTHER), "unauthenticated audience"),
                arguments("aud", null, "unauthenticated audience"));
    }

    static Stream<Arguments> times() {
        return Stream.of(
                arguments("exp", NOW - SKEW + 1, "authenticated"),
                arguments("exp", NOW - SKEW, "unauthenticated lifetime"),
                arguments("exp", null, "unauthenticated lifetime"),
                arguments("exp", "tomorrow", "unauthenticated lifetime"),
                arguments("nbf", NOW + SKEW, "authenticated"),
                arguments("nbf", NOW + SKEW + 1, "unauthenticated lifetime"),
                arguments("nbf", null, "authenticated"),
                arguments("nbf", "yesterday", "unauthenticated lifetime"),
                arguments("iat", NOW + 3 * SKEW, "authenticated"), // only its form counts
                arguments("iat", null, "authenticated"),
                arguments("iat", "yesterday", "unauthenticated lifetime"));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource({"claims", "times"})
    void judgesByOneClaim(String claim, Object value, String judgement) {
        String token = with(claim, value);

        assertThat(judged(VALID, token)).isEqualTo(judgement);
    }

    @Test
    void takesNoTokenThatBeginsAfterItsEnd() {
        String token = TestTenant.token(claims -> {
            claims.put("exp", NOW - 10);
            claims.put("nbf", NOW + 10);
        });

        assertThat(judged(VALID, token)).isEqualTo("unauthenticated lifetime");
    }

    @Test
    void takesTheClientOfVersion1WhereThereIsNoAzp() {
        String token = TestTenant.token(claims -> claims.put("appid", claims.remove("azp")));
        String both = TestTenant.token(claims -> {
            claims.put("appid", TestTenant.CLIENT);
            claims.put("azp", OTHER);
        });

        assertThat(judged(VALID, token)).isEqualTo("authenticated");
        assertThat(judged(VALID, both)).isEqualTo("forbidden allowedApplications");
    }

    /** An absent list accepts all callers, an empty list accepts no caller. */
    @ParameterizedTest
    @CsvSource({
        "absent, absent, authenticated",
        "absent, own, authenticated",
        "own, absent, authenticated",
        "own, own, authenticated",
        "empty, own, forbidden allowedApplications",
        "own, empty, forbidden allowedPrincipals",
        "empty, empty, forbidden allowedApplications",
        "absent, empty, forbidden allowedPrincipals",
        "empty, absent, forbidden allowedApplications",
        "other, absent, forbidden allowedApplications",
        "absent, other, forbidden allowedPrincipals",
        "other, other, forbidden allowedApplications",
    })
    void letsInWhomTheListsHave(String applications, String identities, String judgement) {
        EasyAuthSettings settings =
                SiteSettings.with(list(applications, TestTenant.CLIENT), list(identities, OBJECT_ID));

        assertThat(judged(settings, TestTenant.token())).isEqualTo(judgement);
    }

    @Test
    void looksAtNoListBeforeTheTokenIsGood() {
        Map<String, Object> unlisted = new HashMap<>(TestTenant.claims());
        unlisted.put("azp", OTHER);
        unlisted.put("aud", OTHER);

        assertThat(judged(VALID, TestTenant.sign(unlisted, TestTenant.KEY))).isEqualTo("unauthenticated audience");
        assertThat(judged(VALID, TestTenant.sign(unlisted, TestTenant.FOREIGN_KEY)))
                .isEqualTo("unauthenticated signature-invalid");
    }

    @ParameterizedTest
    @CsvSource({"a.b.c, not-a-jwt", "e30.e30, not-a-jwt", "'', not-a-jwt"})
    void takesNothingThatIsNoToken(String text, String code) {
        assertThat(judged(VALID, text)).isEqualTo("unauthenticated " + code);
    }

    @Test
    void believesTheTenantsOwnKeysAlone() {
        Map<String, Object> claims = TestTenant.claims();

        assertThat(judged(VALID, TestTenant.sign(claims, TestTenant.FOREIGN_KEY)))
                .isEqualTo("unauthenticated signature-invalid");
        assertThat(judged(VALID, TestTenant.sign(claims, TestTenant.UNKNOWN_KEY)))
                .isEqualTo("unauthenticated key-unknown");
        assertThat(code(new EasyAuthChecks(
                                VALID, TestTenant.unreachableSignatures(CLOCK), DocumentedIssuers.NONE, CLOCK)
                        .judge(TestTenant.token())))
                .isEqualTo("unauthenticated keys-unavailable");
    }

    /** Easy Auth does not choose a tenant: keys in a document that many tenants share must name their issuer. */
    @Test
    void takesNoKeyOfADocumentThatIsNoTenants() {
        EasyAuthSettings shared = SiteSettings.withIssuer("https://login.microsoftonline.com/common/v2.0");

        assertThat(judged(shared, TestTenant.token()))
                .isNotEqualTo("authenticated")
                .startsWith("unauthenticated ");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource({"claims", "times"})
    void explainsWhatItJudges(String claim, Object value, String judgement) {
        String token = with(claim, value);
        String first = checks(VALID, TestTenant.signatures(CLOCK)).explain(token).stream()
                .filter(result -> !result.isPassed())
                .map(result -> result.id().code())
                .findFirst()
                .orElse("authenticated");

        assertThat(judgement).endsWith(first);
    }

    @Test
    void explainsEveryCheckOfASettingThatIsThere() {
        EasyAuthChecks all = checks(VALID, TestTenant.signatures(CLOCK));
        EasyAuthChecks open =
                checks(SiteSettings.with(Optional.empty(), Optional.empty()), TestTenant.signatures(CLOCK));

        assertThat(codes(all.explain(TestTenant.token())))
                .containsExactly(
                        "signature-invalid",
                        "claims",
                        "issuer",
                        "audience",
                        "lifetime",
                        "lifetime",
                        "lifetime",
                        "allowedApplications",
                        "allowedPrincipals");
        assertThat(codes(open.explain(TestTenant.token()))).hasSize(7).doesNotContain("allowedApplications");
        assertThat(codes(all.explain("a.b.c"))).containsExactly("not-a-jwt");
    }

    /** Of a token that began long ago. */
    private static String with(String claim, Object value) {
        return TestTenant.token(claims -> {
            claims.put("nbf", NOW - 7200);
            if (value == null) {
                claims.remove(claim);
            } else {
                claims.put(claim, value);
            }
        });
    }

    private static List<String> codes(List<CheckResult> results) {
        return results.stream().map(result -> result.id().code()).toList();
    }

    private static Optional<Set<String>> list(String kind, String own) {
        return switch (kind) {
            case "absent" -> Optional.empty();
            case "empty" -> Optional.of(Set.of());
            case "own" -> Optional.of(Set.of(own, "another"));
            case "other" -> Optional.of(Set.of(OTHER));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static String judged(EasyAuthSettings settings, String token) {
        return code(checks(settings, TestTenant.signatures(CLOCK)).judge(token));
    }

    private static EasyAuthChecks checks(EasyAuthSettings settings, SignatureCheck signatures) {
        return new EasyAuthChecks(settings, signatures, DocumentedIssuers.NONE, CLOCK);
    }

    private static String code(Judgement judgement) {
        if (judgement instanceof Judgement.Unauthenticated unauthenticated) {
            return "unauthenticated " + unauthenticated.refusal().id().code();
        }
        return judgement instanceof Judgement.Forbidden forbidden
                ? "forbidden " + forbidden.refusal().id().code()
                : "authenticated";
    }
}
