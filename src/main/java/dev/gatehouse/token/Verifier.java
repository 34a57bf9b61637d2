package dev.gatehouse.token;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges a bearer token: header, key, signature, then every rule. Faults before the signature holds end the check; the
 * rules then run all, and all that are broken are told. Never throws for anything a token says.
 */
public final class Verifier {
    private final Issuers issuers;
    private final IssuerKeys keys;
    private final List<ClaimRule> rules;

    public Verifier(Issuers issuers, IssuerKeys keys, Expectations expectations, Clock clock) {
        this.issuers = issuers;
        this.keys = keys;
        this.rules = ClaimRules.all(expectations, clock);
    }

    public Verification verify(String compact) {
        TokenReading reading = SignedToken.read(compact);
        if (reading instanceof TokenReading.Readable readable) {
            return verify(readable.token());
        }
        return new Verification.Refused(((TokenReading.Unreadable) reading).violation());
    }

    private Verification verify(SignedToken token) {
        Route route = issuers.route(token.claims());
        if (route instanceof Route.To to) {
            return verify(token, to, keys.find(to.metadata(), token.keyId()));
        }
        return new Verification.Refused(((Route.Refused) route).violation());
    }

    private Verification verify(SignedToken token, Route.To route, KeyLookup lookup) {
        if (lookup instanceof KeyLookup.Unreachable unreachable) {
            return new Verification.Undecided(new Violation(
                    Reason.KEYS_UNAVAILABLE, "keys of " + route.metadata().address(), unreachable.cause()));
        }
        if (!(lookup instanceof KeyLookup.Found found)) {
            return new Verification.Refused(new Violation(
                    Reason.KEY_UNKNOWN, "a kid published at " + route.metadata().address(), token.keyId()));
        }
        String issuer = Metadata.expand(found.issuer(), route.tenant());
        Optional<String> keyIssuer = found.keyIssuer().map(name -> Metadata.expand(name, route.tenant()));
        boolean vouched = keyIssuer.map(issuer::equals).orElse(route.metadata().isOwnedByTenant());
        if (!vouched) {
            return new Verification.Refused(new Violation(
                    Reason.KEY_ISSUER_MISMATCH, "a key of " + issuer, "of " + keyIssuer.orElse("no issuer")));
        }
        if (!token.isSignedBy(found.key())) {
            return new Verification.Refused(
                    new Violation(Reason.SIGNATURE_INVALID, "a signature by key " + token.keyId(), "another"));
        }
        return judge(new Evidence(token.claims(), route.version(), issuer));
    }

    private Verification judge(Evidence evidence) {
        List<Violation> violations = new ArrayList<>();
        rules.forEach(rule -> rule.check(evidence).ifPresent(violations::add));
        return violations.isEmpty()
                ? new Verification.Accepted(new Caller(evidence))
                : new Verification.Refused(violations, Optional.of(TokenIds.of(evidence)));
    }
}
