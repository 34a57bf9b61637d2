package dev.gatehouse.token;

import dev.gatehouse.keys.DiscoveryUrl;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Judges a bearer token: header, key, signature, then every rule. Faults before the signature holds end the check; the
 * rules then run all, and all that are broken are told. Never throws for anything a token says.
 */
public final class Verifier {
    private final TrustedIssuers issuers;
    private final SignatureCheck signatures;
    private final List<ClaimRule> rules;
    private final VerifiedTokenCache proven;

    public Verifier(TrustedIssuers issuers, SignatureCheck signatures, TokenPolicy policy, Clock clock) {
        this.issuers = issuers;
        this.signatures = signatures;
        this.rules = ClaimRules.all(policy, clock);
        this.proven = new VerifiedTokenCache(clock, signatures::digest);
    }

    /**
     * Says of every rule whether the token breaks it, also where {@link #verify} would have ended. Makes no {@link VerifiedCaller}.
     *
     * @param usualIssuer the issuer that a metadata document is known to name, for where it could not be asked
     */
    public Explanation explain(String compact, Function<DiscoveryUrl, Optional<String>> usualIssuer) {
        return new Explainer(issuers, signatures, rules).explain(compact, usualIssuer);
    }

    public Verification verify(String compact) {
        Optional<SignedToken> seen = proven.find(compact);
        if (seen.isPresent()) {
            return verify(compact, seen.get());
        }
        TokenReading reading = SignedToken.read(compact);
        return reading instanceof TokenReading.Readable readable
                ? verify(compact, readable.token())
                : new Verification.Refused(((TokenReading.Unreadable) reading).violation());
    }

    /** The same way for a token that was seen before, which only costs it less. */
    private Verification verify(String compact, SignedToken token) {
        IssuerMatch route = issuers.route(token.claims());
        if (!(route instanceof IssuerMatch.To to)) {
            return new Verification.Refused(((IssuerMatch.Refused) route).violation());
        }
        SignatureCheck.Outcome outcome = signatures.check(token, to.metadata());
        if (outcome instanceof SignatureCheck.Outcome.Signed signed) {
            SignedToken kept = token.isKept() ? token : proven.remember(compact, token);
            return judge(new VerifiedClaims(kept.claims(), to.version(), signed.issuer()));
        }
        proven.forget(compact, token);
        return outcome instanceof SignatureCheck.Outcome.NotSigned notSigned
                ? new Verification.Refused(notSigned.violation())
                : new Verification.Undecided(((SignatureCheck.Outcome.Undecided) outcome).violation());
    }

    private Verification judge(VerifiedClaims verified) {
        List<Violation> violations = new ArrayList<>();
        for (ClaimRule rule : rules) {
            Optional<Violation> violation = rule.check(verified);
            if (violation.isPresent()) {
                violations.add(violation.get());
            }
        }
        return violations.isEmpty()
                ? new Verification.Accepted(new VerifiedCaller(verified))
                : new Verification.Refused(violations, Optional.of(TokenIds.of(verified)));
    }
}
