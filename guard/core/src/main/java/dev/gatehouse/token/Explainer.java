package dev.gatehouse.token;

import dev.gatehouse.keys.DiscoveryUrl;
import dev.gatehouse.token.Explanation.Judged;
import dev.gatehouse.token.Explanation.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asks every rule that {@link Verifier#verify} would, and goes on where that ends. */
record Explainer(TrustedIssuers issuers, SignatureCheck signatures, List<ClaimRule> rules) {

    /** What is known of a token's issuer; the name is empty where nobody can tell it. */
    private record Origin(TokenVersion version, String issuer) {}

    Explanation explain(String compact, Function<DiscoveryUrl, Optional<String>> usualIssuer) {
        List<Judged> judged = new ArrayList<>();
        TokenReading reading = SignedToken.read(compact);
        if (reading instanceof TokenReading.Unreadable unreadable) {
            return new Explanation(List.of(Judged.of(Outcome.REFUSED, unreadable.violation())), Optional.empty());
        }
        SignedToken token = ((TokenReading.Readable) reading).token();
        judged.add(Judged.passed(Reason.NOT_A_JWT, "three base64url parts", "three"));
        judged.add(Judged.passed(Reason.ALGORITHM_NOT_ALLOWED, "RS256, a kid, no crit", "RS256, kid " + token.keyId()));
        Origin origin = origin(token, usualIssuer, judged);
        VerifiedClaims verified = new VerifiedClaims(token.claims(), origin.version(), origin.issuer());
        rules.forEach(rule -> judged.add(judged(rule.explained(verified), origin)));
        return new Explanation(judged, Optional.of(claimed(verified)));
    }

    private Origin origin(
            SignedToken token, Function<DiscoveryUrl, Optional<String>> usualIssuer, List<Judged> judged) {
        List<RuleCheck> checks = issuers.checks(token.claims());
        checks.forEach(check -> judged.add(Judged.of(check)));
        IssuerMatch route = issuers.route(token.claims());
        if (route instanceof IssuerMatch.To to) {
            return new Origin(to.version(), signature(token, to.metadata(), usualIssuer, judged));
        }
        judged.add(new Judged(
                Reason.SIGNATURE_INVALID,
                Outcome.UNDECIDED,
                "a signature by the issuer's key",
                "not checked: no issuer is trusted for this version and tenant"));
        return new Origin(TokenVersion.of(token.claims().text("ver").orElse("")).orElse(TokenVersion.V2), "");
    }

    /** The issuer that the token must name. */
    private String signature(
            SignedToken token,
            DiscoveryUrl metadata,
            Function<DiscoveryUrl, Optional<String>> usual,
            List<Judged> judged) {
        SignatureCheck.Outcome outcome = signatures.check(token, metadata);
        if (outcome instanceof SignatureCheck.Outcome.Signed signed) {
            judged.add(Judged.passed(
                    Reason.SIGNATURE_INVALID, "a signature by key " + token.keyId(), "a signature by that key"));
            return signed.issuer();
        }
        judged.add(
                outcome instanceof SignatureCheck.Outcome.NotSigned notSigned
                        ? Judged.of(Outcome.REFUSED, notSigned.violation())
                        : Judged.of(Outcome.UNDECIDED, ((SignatureCheck.Outcome.Undecided) outcome).violation()));
        return usual.apply(metadata)
                .map(issuer ->
                        DiscoveryUrl.expand(issuer, token.claims().text("tid").orElse("")))
                .orElse("");
    }

    private static Judged judged(RuleCheck check, Origin origin) {
        return check.reason() == Reason.ISSUER_MISMATCH && origin.issuer().isEmpty()
                ? new Judged(
                        check.reason(),
                        Outcome.UNDECIDED,
                        "the issuer that the tenant's metadata names",
                        check.actual())
                : Judged.of(check);
    }

    private static Explanation.Claimed claimed(VerifiedClaims verified) {
        return new Explanation.Claimed(
                verified.kind(), verified.claims().text("oid"), verified.roles(), verified.scopes());
    }
}
