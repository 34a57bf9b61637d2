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

    private static final Optional<Violation> HOLDS = Optional.empty();

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
        return token -> token.claims().text("iss").equals(Optional.of(token.issuer()))
                ? HOLDS
                : violated(
                        Reason.ISSUER_MISMATCH, token.issuer(), token.claims().shown("iss"));
    }

    private static ClaimRule audience(Expectations.Audience audience) {
        return token -> isOneOf(token.claims().text("aud"), audience.of(token.version()))
                ? HOLDS
                : violated(
                        Reason.AUDIENCE_MISMATCH,
                        String.join(" or ", audience.of(token.version())),
                        token.claims().shown("aud"));
    }

    /** A token that expires at this very instant, skew included, has expired (RFC 7519 §4.1.4); one without exp never lived. */
    private static ClaimRule notExpired(Clock clock) {
        return token -> {
            Instant limit = clock.instant().minus(CLOCK_SKEW);
            Optional<Instant> exp = token.claims().instant("exp");
            return exp.isPresent() && exp.get().isAfter(limit)
                    ? HOLDS
                    : violated(Reason.EXPIRED, "exp after " + limit, shownInstant(token, "exp"));
        };
    }

    private static ClaimRule alreadyValid(Clock clock) {
        return token -> {
            Instant limit = clock.instant().plus(CLOCK_SKEW);
            Optional<Instant> nbf = token.claims().instant("nbf");
            boolean valid = nbf.isPresent()
                    ? !nbf.get().isAfter(limit)
                    : !token.claims().has("nbf");
            return valid ? HOLDS : violated(Reason.NOT_YET_VALID, "nbf not after " + limit, shownInstant(token, "nbf"));
        };
    }

    /** ID tokens name no client in the claim of their version. Where a token has both names, they must agree. */
    private static ClaimRule accessToken() {
        return token -> {
            Claims claims = token.claims();
            boolean agree = !(claims.has("azp") && claims.has("appid"))
                    || claims.text("azp").equals(claims.text("appid"));
            String claim = token.version().clientClaim();
            return token.client().isPresent() && agree
                    ? HOLDS
                    : violated(
                            Reason.NOT_AN_ACCESS_TOKEN,
                            claim + " names the client application",
                            claim + " " + claims.shown(claim));
        };
    }

    private static ClaimRule callerIsClear() {
        return token -> token.kind().isPresent() && token.claims().text("oid").isPresent()
                ? HOLDS
                : violated(
                        Reason.CALLER_UNCLEAR,
                        "scp and oid (a user), or no scp and oid = sub (an app); idtyp in agreement",
                        "scp " + (token.claims().has("scp") ? "present" : Violation.ABSENT)
                                + ", oid " + token.claims().shown("oid")
                                + ", idtyp " + token.claims().shown("idtyp"));
    }

    private static ClaimRule rolesAreAList() {
        return token ->
                !token.claims().has("roles") || token.claims().texts("roles").isPresent()
                        ? HOLDS
                        : violated(
                                Reason.CLAIM_MALFORMED,
                                "roles as a list of strings",
                                token.claims().shown("roles"));
    }

    private static ClaimRule client(Set<String> allowed) {
        return token -> isOneOf(token.client(), allowed)
                ? HOLDS
                : violated(
                        Reason.CLIENT_NOT_ALLOWED,
                        "one of the allowed client applications",
                        token.client().orElse(Violation.ABSENT));
    }

    private static ClaimRule principal(Optional<Set<String>> allowed) {
        return token -> allowed.isEmpty() || isOneOf(token.claims().text("oid"), allowed.get())
                ? HOLDS
                : violated(
                        Reason.PRINCIPAL_NOT_ALLOWED,
                        "one of the allowed principals",
                        token.claims().shown("oid"));
    }

    /** An absent claim is none of them, whatever is allowed. */
    private static boolean isOneOf(Optional<String> claim, Set<String> allowed) {
        return claim.isPresent() && allowed.contains(claim.get());
    }

    /** Called only for a rule that is broken: the words take longer than the question. */
    private static Optional<Violation> violated(Reason reason, String expected, String actual) {
        return Optional.of(new Violation(reason, expected, actual));
    }

    private static String shownInstant(Evidence token, String claim) {
        return token.claims().instant(claim).map(Instant::toString).orElseGet(() -> token.claims()
                .shown(claim));
    }
}
