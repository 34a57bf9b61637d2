package dev.gatehouse.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The checks of a signed token's claims, with one valid token that is changed in few places: every fault is named, in order. */
class CallerChecksTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final long SECOND = NOW.getEpochSecond();
    private static final long SKEW = GuardChecks.CLOCK_SKEW.toSeconds();
    private static final String ABSENT = "(absent)";
    private static final Checks<TokenUnderCheck> CHECKS = GuardChecks.of(
            new TokenPolicy(
                    Set.of(TokenVersion.V2),
                    Set.of("tenant"),
                    new TokenPolicy.Audience("api", Set.of()),
                    new TokenPolicy.AllowList(Set.of("client"), Optional.of(Set.of("principal")))),
            Clock.fixed(NOW, ZoneOffset.UTC));

    static Stream<Arguments> tokens() {
        return Stream.of(
                row(change()),
                row(change("scp", "accounts.read")),
                row(change("scp", "accounts.read", "sub", "another")),
                row(change("idtyp", "app")),
                row(change("scp", "accounts.read", "idtyp", "user")),
                row(change("roles", List.of("a", "b"))),
                row(change("roles", List.of())),
                row(change("appid", "client")),
                // who it is
                row(change("idtyp", "user"), Reason.CALLER_UNCLEAR),
                row(change("idtyp", "App"), Reason.CALLER_UNCLEAR),
                row(change("idtyp", List.of("app")), Reason.CALLER_UNCLEAR),
                row(change("scp", "accounts.read", "idtyp", "app"), Reason.CALLER_UNCLEAR),
                row(change("scp", " "), Reason.CALLER_UNCLEAR),
                row(change("scp", List.of("accounts.read")), Reason.CALLER_UNCLEAR),
                row(change("sub", "another"), Reason.CALLER_UNCLEAR),
                row(change("sub", ABSENT), Reason.CALLER_UNCLEAR),
                row(change("oid", ABSENT), Reason.CALLER_UNCLEAR, Reason.PRINCIPAL_NOT_ALLOWED),
                row(
                        change("oid", ABSENT, "sub", ABSENT, "scp", "accounts.read"),
                        Reason.CALLER_UNCLEAR,
                        Reason.PRINCIPAL_NOT_ALLOWED),
                row(change("oid", "another"), Reason.CALLER_UNCLEAR, Reason.PRINCIPAL_NOT_ALLOWED),
                row(change("oid", "another", "sub", "another"), Reason.PRINCIPAL_NOT_ALLOWED),
                // its client
                row(change("azp", ABSENT), Reason.NOT_AN_ACCESS_TOKEN, Reason.CLIENT_NOT_ALLOWED),
                row(change("azp", ABSENT, "appid", "client"), Reason.NOT_AN_ACCESS_TOKEN, Reason.CLIENT_NOT_ALLOWED),
                row(change("appid", "another"), Reason.NOT_AN_ACCESS_TOKEN),
                row(change("appid", 1), Reason.NOT_AN_ACCESS_TOKEN),
                row(change("azp", "another"), Reason.CLIENT_NOT_ALLOWED),
                // its roles
                row(change("roles", "a"), Reason.CLAIM_MALFORMED),
                row(change("roles", List.of("a", 1)), Reason.CLAIM_MALFORMED),
                row(change("roles", Map.of("a", "b")), Reason.CLAIM_MALFORMED),
                // for whom
                row(change("aud", "another"), Reason.AUDIENCE_MISMATCH),
                row(change("iss", "another"), Reason.ISSUER_MISMATCH),
                row(change("ver", "1.0"), Reason.VERSION_NOT_ACCEPTED),
                row(change("tid", "another"), Reason.TENANT_NOT_ALLOWED),
                // when
                row(change("exp", SECOND - SKEW + 1)),
                row(change("exp", SECOND - SKEW), Reason.EXPIRED),
                row(change("exp", 0), Reason.EXPIRED),
                row(change("exp", -1), Reason.EXPIRED),
                row(change("exp", 253_402_300_799L)),
                row(change("exp", 253_402_300_800L), Reason.EXPIRED),
                row(change("exp", String.valueOf(SECOND + 1)), Reason.EXPIRED),
                row(change("exp", ABSENT), Reason.EXPIRED),
                row(change("nbf", SECOND + SKEW)),
                row(change("nbf", SECOND + SKEW + 1), Reason.NOT_YET_VALID),
                row(change("nbf", 0)),
                row(change("nbf", -1), Reason.NOT_YET_VALID),
                row(change("nbf", "soon"), Reason.NOT_YET_VALID),
                row(change("iat", SECOND + SKEW)),
                row(change("iat", SECOND + SKEW + 1), Reason.NOT_YET_VALID),
                // several
                row(
                        change("aud", "another", "exp", 0, "azp", "another"),
                        Reason.AUDIENCE_MISMATCH,
                        Reason.EXPIRED,
                        Reason.CLIENT_NOT_ALLOWED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokens")
    void nameWhatIsWrong(Map<String, Object> change, List<Reason> reasons) {
        TokenUnderCheck token = token(change);

        assertThat(reasons(CHECKS.refusals(token))).isEqualTo(reasons);
    }

    /** To explain is to decide as the verdict does, with what was there. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("tokens")
    void explainAsTheyDecide(Map<String, Object> change, List<Reason> reasons) {
        List<CheckResult> explained = CHECKS.explain(token(change));

        assertThat(explained)
                .allSatisfy(result -> assertThat(result.expected()).isNotBlank())
                .allSatisfy(result -> assertThat(result.actual()).isNotBlank());
        assertThat(reasons(
                        explained.stream().filter(result -> !result.isPassed()).toList()))
                .containsAll(reasons);
    }

    @Test
    void callAManagedIdentityWhatItIs() {
        assertThat(kind(change())).contains(VerifiedCaller.Kind.APP);
        assertThat(kind(change("xms_mirid", "/subscriptions/s"))).contains(VerifiedCaller.Kind.MANAGED_IDENTITY);
        assertThat(kind(change("scp", "x", "xms_mirid", "/subscriptions/s"))).contains(VerifiedCaller.Kind.USER);
    }

    @Test
    void readScopesWordByWord() {
        assertThat(token(change("scp", " a  b ")).caller().scopes()).containsExactly("a", "b");
        assertThat(token(change()).caller().scopes()).isEmpty();
        assertThat(token(change("roles", List.of("a", "b"))).caller().roles()).containsExactly("a", "b");
    }

    private static Optional<VerifiedCaller.Kind> kind(Map<String, Object> change) {
        return token(change).caller().kind();
    }

    private static List<Reason> reasons(List<CheckResult> results) {
        return results.stream().map(CheckResult::reason).toList();
    }

    private static TokenUnderCheck token(Map<String, Object> change) {
        Map<String, Object> claims = new LinkedHashMap<>(Map.of(
                "ver", "2.0", "tid", "tenant", "iss", "issuer", "aud", "api", "azp", "client", "oid", "principal"));
        claims.put("sub", "principal");
        claims.put("exp", SECOND + 3600);
        change.forEach((name, value) -> {
            if (value.equals(ABSENT)) {
                claims.remove(name);
            } else {
                claims.put(name, value);
            }
        });
        Optional<Set<String>> issuers = Optional.of(Set.of("issuer"));
        return TokenUnderCheck.of(Claims.of(claims), "key", new SignatureCheck.Outcome.Signed(issuers), issuers);
    }

    private static Map<String, Object> change(Object... namesAndValues) {
        Map<String, Object> change = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            change.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return change;
    }

    private static Arguments row(Map<String, Object> change, Reason... reasons) {
        return arguments(change, List.of(reasons));
    }
}
