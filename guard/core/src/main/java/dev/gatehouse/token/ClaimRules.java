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

    static List<ClaimRule> all(TokenPolicy policy, Clock clock) {
        return List.of(
                issuer(),
                audience(policy.audience()),
                notExpired(clock),
                alreadyValid(clock),
                accessToken(),
                callerIsClear(),
                rolesAreAList(),
                client(policy.allowList().clients()),
                principal(policy.allowList().principals()));
    }

    private static ClaimRule issuer() {
        return new ClaimRule(
                Reason.ISSUER_MISMATCH,
                token -> token.claims().text("iss").equals(Optional.of(token.issuer())),
                VerifiedClaims::issuer,
                token -> token.claims().shown("iss"));
    }

    private static ClaimRule audience(TokenPolicy.Audience audience) {
        return new ClaimRule(
                Reason.AUDIENCE_MISMATCH,
                token -> isOneOf(token.claims().text("aud"), audience.of(token.version())),
                token -> String.join(" or ", audience.of(token.version())),
                token -> token.claims().shown("aud"));
    }

    /** A token that expires at this very instant, skew included, has expired (RFC 7519 §4.1.4); one without exp never lived. */
    private static ClaimRule notExpired(Clock clock) {
        return new ClaimRule(
                Reason.EXPIRED,
                token -> {
                    Optional<Instant> exp = token.claims().instant("exp");
                    return exp.isPresent() && exp.get().isAfter(clock.instant().minus(CLOCK_SKEW));
                },
                token -> "exp after " + clock.instant().minus(CLOCK_SKEW),
                token -> shownInstant(token, "exp"));
    }

    /**
     * Where a token says when its life begins or when it was issued, neither lies ahead nor is something other than a time. A
     * life that begins after its end ({@code nbf} after {@code exp}) never began, also where the skew would allow for both.
     */
    private static ClaimRule alreadyValid(Clock clock) {
        return new ClaimRule(
                Reason.NOT_YET_VALID,
                token -> {
                    Instant latest = clock.instant().plus(CLOCK_SKEW);
                    Instant end = token.claims().instant("exp").orElse(Instant.MAX);
                    return isAbsentOrBy(token, "iat", latest)
                            && isAbsentOrBy(token, "nbf", latest.isBefore(end) ? latest : end);
                },
                token -> "nbf and iat not after " + clock.instant().plus(CLOCK_SKEW) + ", nbf not after exp",
                token -> "nbf " + shownInstant(token, "nbf") + ", iat " + shownInstant(token, "iat"));
    }

    private static boolean isAbsentOrBy(VerifiedClaims token, String claim, Instant latest) {
        Optional<Instant> time = token.claims().instant(claim);
        return time.isPresent() ? !time.get().isAfter(latest) : !token.claims().has(claim);
    }

    /** ID tokens name no client in the claim of their version. Where a token has both names, they must agree. */
    private static ClaimRule accessToken() {
        return new ClaimRule(
                Reason.NOT_AN_ACCESS_TOKEN,
                token -> {
                    Claims claims = token.claims();
                    boolean agree = !(claims.has("azp") && claims.has("appid"))
                            || claims.text("azp").equals(claims.text("appid"));
                    return token.client().isPresent() && agree;
                },
                token -> token.version().clientClaim() + " names the client application",
                token -> token.version().clientClaim() + " "
                        + token.claims().shown(token.version().clientClaim()));
    }

    private static ClaimRule callerIsClear() {
        return new ClaimRule(
                Reason.CALLER_UNCLEAR,
                token -> token.kind().isPresent() && token.claims().text("oid").isPresent(),
                token -> "scp and oid (a user), or no scp and oid = sub (an app); idtyp in agreement",
                token -> "scp " + (token.claims().has("scp") ? "present" : Violation.ABSENT)
                        + ", oid " + token.claims().shown("oid")
                        + ", idtyp " + token.claims().shown("idtyp"));
    }

    private static ClaimRule rolesAreAList() {
        return new ClaimRule(
                Reason.CLAIM_MALFORMED,
                token -> !token.claims().has("roles")
                        || token.claims().texts("roles").isPresent(),
                token -> "roles as a list of strings",
                token -> token.claims().shown("roles"));
    }

    private static ClaimRule client(Set<String> allowed) {
        return new ClaimRule(
                Reason.CLIENT_NOT_ALLOWED,
                token -> isOneOf(token.client(), allowed),
                token -> "one of the allowed client applications",
                token -> token.client().orElse(Violation.ABSENT));
    }

    private static ClaimRule principal(Optional<Set<String>> allowed) {
        return new ClaimRule(
                Reason.PRINCIPAL_NOT_ALLOWED,
                token -> allowed.isEmpty() || isOneOf(token.claims().text("oid"), allowed.get()),
                token -> "one of the allowed principals",
                token -> token.claims().shown("oid"));
    }

    /** An absent claim is none of them, whatever is allowed. */
    private static boolean isOneOf(Optional<String> claim, Set<String> allowed) {
        return claim.isPresent() && allowed.contains(claim.get());
    }

    private static String shownInstant(VerifiedClaims token, String claim) {
        return token.claims().instant(claim).map(Instant::toString).orElseGet(() -> token.claims()
                .shown(claim));
    }
}
