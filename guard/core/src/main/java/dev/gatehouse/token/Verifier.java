package dev.gatehouse.token;

import dev.gatehouse.keys.DiscoveryUrl;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Verifies bearer tokens: reads one, checks its signature, then asks {@link GuardChecks}. Never throws for anything a token says. */
public final class Verifier {
    private final TokenReader reader;
    private final TrustedIssuers issuers;
    private final SignatureCheck signatures;
    private final Checks<TokenUnderCheck> checks;

    public Verifier(TrustedIssuers issuers, SignatureCheck signatures, TokenPolicy policy, Clock clock) {
        this.reader = new VerifiedTokenCache(SignedToken::read, clock, signatures::digest);
        this.issuers = issuers;
        this.signatures = signatures;
        this.checks = GuardChecks.of(policy, clock);
    }

    public Verification verify(String compact) {
        TokenReading reading = reader.read(compact);
        if (reading instanceof TokenReading.Unreadable unreadable) {
            return new Verification.Refused(List.of(unreadable.fault()), Optional.empty(), Duration.ZERO);
        }
        TokenUnderCheck token = underCheck(((TokenReading.Readable) reading).token(), DocumentedIssuers.NONE);
        List<CheckResult> refusals = checks.refusals(token);
        return refusals.isEmpty()
                ? new Verification.Accepted(new VerifiedCaller(token.caller()))
                : refused(token, refusals);
    }

    /**
     * The same checks in words, also those that {@link #verify} would not have come to. Makes no {@link VerifiedCaller}.
     *
     * @param documented for where the metadata could not be read
     */
    public Explanation explain(String compact, DocumentedIssuers documented) {
        TokenReading reading = SignedToken.read(compact);
        if (reading instanceof TokenReading.Unreadable unreadable) {
            return new Explanation(List.of(unreadable.fault()), Optional.empty());
        }
        TokenUnderCheck token = underCheck(((TokenReading.Readable) reading).token(), documented);
        return new Explanation(checks.explain(token), Optional.of(token.caller()));
    }

    private TokenUnderCheck underCheck(SignedToken token, DocumentedIssuers documented) {
        DiscoveryUrl metadata = issuers.metadata(token.claims());
        return metadata == null
                ? TokenUnderCheck.of(token, SignatureCheck.NOT_CHECKED, Optional.of(Set.of()))
                : signatures.checked(token, metadata, documented);
    }

    private static Verification refused(TokenUnderCheck token, List<CheckResult> refusals) {
        return new Verification.Refused(
                refusals,
                token.isSigned() ? Optional.of(TokenIds.of(token.caller())) : Optional.empty(),
                token.signature().timeToRetry());
    }
}
