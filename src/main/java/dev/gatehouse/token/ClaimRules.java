package dev.gatehouse.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of a token, each a question of its own; comparisons are exact
 * (https://learn.microsoft.com/entra/identity-platform/claims-validation).
 */
final class ClaimRules {
    /** How far the issuer's clock and ours may differ. */
    static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    private ClaimRules() {}

    static List<ClaimRule> all(Expectations expectations, Clock clock) {
        return List.of(
                issuer(),
                audience(expectations.audience()),
                notExpired(clock),
                alreadyValid(clock),
                accessToken(),
                callerIsClear(),
                rolesAreAList(),
                client(expectations.allowList().clients()),
                principal(expectations.allowList().principals()));
    }

    private static ClaimRule issuer() {
        return token -> unless(
                token.claims().text("iss").equals(Optional.of(token.issuer())),
                Reason.ISSUER_MISMATCH,
                token.issuer(),
                token.claims().shown("iss"));
    }

    private static ClaimRule audience(Expectations.Audience audience) {
        return token -> unless(
                token.claims()
                        .text("aud")
                        .filter(audience.of(token.version())::contains)
                        .isPresent(),
                Reason.AUDIENCE_MISMATCH,
                String.join(" or ", audience.of(token.version())),
                token.claims().shown("aud"));
    }

    /** A token that expires at this very instant, skew included, has expired (RFC 7519 §4.1.4); one without exp never lived. */
    private static ClaimRule notExpired(Clock clock) {
        return token -> {
            Instant limit = clock.instant().minus(CLOCK_SKEW);
            return unless(
                    token.claims().instant("exp").filter(limit::isBefore).isPresent(),
                    Reason.EXPIRED,
                    "exp after " + limit,
                    shownInstant(token, "exp"));
        };
    }

    private static ClaimRule alreadyValid(Clock clock) {
        return token -> {
            Instant limit = clock.instant().plus(CLOCK_SKEW);
            boolean valid = !token.claims().has("nbf")
                    || token.claims()
                            .instant("nbf")
                            .filter(start -> !start.isAfter(limit))
                            .isPresent();
            return unless(valid, Reason.NOT_YET_VALID, "nbf not after " + limit, shownInstant(token, "nbf"));
        };
    }

    /** ID tokens name no client in the claim of their version. Where a token has both names, they must agree. */
    private static ClaimRule accessToken() {
        return token -> {
            Claims claims = token.claims();
            boolean agree = !(claims.has("azp") && claims.has("appid"))
                    || claims.text("azp").equals(claims.text("appid"));
            String claim = token.version().clientClaim();
            return unless(
                    token.client().isPresent() && agree,
                    Reason.NOT_AN_ACCESS_TOKEN,
                    claim + " names the client application",
                    claim + " " + claims.shown(claim));
        };
    }

    private static ClaimRule callerIsClear() {
        return token -> unless(
                token.kind().isPresent() && token.claims().text("oid").isPresent(),
                Reason.CALLER_UNCLEAR,
                "scp and oid (a user), or no scp and oid = sub (an app); idtyp in agreement",
                "scp " + (token.claims().has("scp") ? "present" : Violation.ABSENT)
                        + ", oid " + token.claims().shown("oid")
                        + ", idtyp " + token.claims().shown("idtyp"));
    }

    private static ClaimRule rolesAreAList() {
        return token -> unless(
                !token.claims().has("roles") || token.claims().texts("roles").isPresent(),
                Reason.CLAIM_MALFORMED,
                "roles as a list of strings",
                token.claims().shown("roles"));
    }

    private static ClaimRule client(Set<String> allowed) {
        return token -> unless(
                token.client().filter(allowed::contains).isPresent(),
                Reason.CLIENT_NOT_ALLOWED,
                "one of the allowed client applications",
                token.client().orElse(Violation.ABSENT));
    }

    private static ClaimRule principal(Optional<Set<String>> allowed) {
        return token -> unless(
                allowed.isEmpty()
                        || token.claims()
                                .text("oid")
                                .filter(allowed.get()::contains)
                                .isPresent(),
                Reason.PRINCIPAL_NOT_ALLOWED,
                "one of the allowed principals",
                token.claims().shown("oid"));
    }

    private static RuleCheck unless(boolean holds, Reason reason, String expected, String actual) {
        return new RuleCheck(reason, holds, expected, actual);
    }

    private static String shownInstant(Evidence token, String claim) {
        return token.claims().instant(claim).map(Instant::toString).orElseGet(() -> token.claims()
                .shown(claim));
    }
}
