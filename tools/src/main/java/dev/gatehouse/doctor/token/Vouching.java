package dev.gatehouse.doctor.token;

import dev.gatehouse.keys.DiscoveryUrl;
import dev.gatehouse.local.signature.Signatures;
import dev.gatehouse.token.Reason;
import dev.gatehouse.token.SignatureCheck.Outcome;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lets a layer's rules run on a token that nobody vouches for: first as they are, then, if no key has signed it, as if
 * the usual issuer had.
 */
final class Vouching {
    private final Signatures real;
    private final List<Outcome> outcomes = new ArrayList<>();

    Vouching(Signatures real) {
        this.real = real;
    }

    <T> T judged(Function<Signatures, T> layer) {
        T asItIs = layer.apply((token, metadata) -> seen(real.check(token, metadata)));
        return outcomes.isEmpty() || isSigned() ? asItIs : layer.apply(Vouching::assumed);
    }

    /** What the signature is worth; empty where it was not looked at, as the form is refused. */
    Optional<RuleReport> signature(Remedies remedies) {
        if (outcomes.isEmpty()) {
            return Optional.empty();
        }
        if (isSigned()) {
            return Optional.of(new RuleReport(
                    "signature", Optional.of(true), "", "a signature by the issuer's key", "a signature by it", ""));
        }
        Violation violation = outcomes.stream()
                .map(Vouching::violation)
                .max(Comparator.comparing(Violation::reason))
                .orElseThrow();
        return Optional.of(signature(violation, remedies));
    }

    static RuleReport signature(Violation violation, Remedies remedies) {
        boolean undecided = violation.reason() == Reason.KEYS_UNAVAILABLE;
        return new RuleReport(
                "signature",
                undecided ? Optional.empty() : Optional.of(false),
                violation.reason().code(),
                violation.expected(),
                violation.actual(),
                undecided
                        ? Remedies.ASK_FOR_KEYS
                        : remedies.of(violation.reason().code()));
    }

    private boolean isSigned() {
        return outcomes.stream().anyMatch(Outcome.Signed.class::isInstance);
    }

    private Outcome seen(Outcome outcome) {
        outcomes.add(outcome);
        return outcome;
    }

    private static Violation violation(Outcome outcome) {
        return outcome instanceof Outcome.NotSigned notSigned
                ? notSigned.violation()
                : ((Outcome.Undecided) outcome).violation();
    }

    /** Where nobody knows the usual issuer, the token's own word stands in; {@link #ISSUER_NOT_KNOWN} then says so. */
    private static Outcome assumed(SignedToken token, DiscoveryUrl metadata) {
        String tenant = token.claims().text("tid").orElse("");
        return new Outcome.Signed(UsualIssuers.of(metadata)
                .map(issuer -> issuer.replace("{tenantid}", tenant))
                .orElse(ISSUER_NOT_KNOWN));
    }

    /** No issuer's name: a rule that expects it is undecided. */
    static final String ISSUER_NOT_KNOWN = "the issuer that the metadata names";
}
