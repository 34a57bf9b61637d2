package dev.gatehouse.token;

import dev.gatehouse.keys.DiscoveryUrl;
import dev.gatehouse.keys.IssuerKeys;
import dev.gatehouse.keys.KeyLookup;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Whether a key that an issuer publishes has signed a token. What the token then claims is for other checks. */
public final class SignatureCheck {
    /** For a token that names no trusted issuer, whose keys could be asked for. */
    public static final Outcome NOT_CHECKED = new Outcome.Undecided(
            CheckResult.undecided(
                    Reason.SIGNATURE_INVALID,
                    "a signature by the issuer's key",
                    "not checked: no issuer is trusted for this version and tenant"),
            Duration.ZERO);

    private final IssuerKeys keys;
    private final Rs256Verifier verifier;

    /** The outcome of a check. */
    public sealed interface Outcome {
        /** @param issuers whose key it is, with the token's tenant in its place; empty where the key may sign for any */
        record Signed(Optional<Set<String>> issuers) implements Outcome {}

        record NotSigned(CheckResult refusal) implements Outcome {}

        /**
         * The keys are not known.
         *
         * @param retryAfter how long until they may be asked for again; zero where no time helps
         */
        record Undecided(CheckResult reason, Duration retryAfter) implements Outcome {}

        /** By the kind of outcome alone, whatever the fault says of itself. */
        default Verdict verdict() {
            if (this instanceof Signed) {
                return Verdict.PASSED;
            }
            return this instanceof NotSigned ? Verdict.REFUSED : Verdict.UNDECIDED;
        }

        /** Why the signature is not known to hold; empty where it is. */
        default Optional<CheckResult> fault() {
            return this instanceof NotSigned notSigned
                    ? Optional.of(notSigned.refusal())
                    : this instanceof Undecided undecided ? Optional.of(undecided.reason()) : Optional.empty();
        }

        /** How long until the same token may be verified; zero where no time helps. */
        default Duration timeToRetry() {
            return this instanceof Undecided undecided ? undecided.retryAfter() : Duration.ZERO;
        }
    }

    /** With the JDK's provider. */
    public SignatureCheck(IssuerKeys keys) {
        this(keys, new Rs256Verifier());
    }

    public SignatureCheck(IssuerKeys keys, Rs256Verifier verifier) {
        this.keys = keys;
        this.verifier = verifier;
    }

    /** By which a token that was seen before is known. */
    byte[] digest(String compact) {
        return verifier.digest(compact);
    }

    /**
     * The token with what its signature is worth.
     *
     * @param metadata of an issuer that is trusted for what the token says of its version and tenant
     */
    public TokenUnderCheck checked(SignedToken token, DiscoveryUrl metadata, DocumentedIssuers documented) {
        Outcome outcome = check(token, metadata);
        return TokenUnderCheck.of(
                token,
                outcome,
                outcome instanceof Outcome.Signed signed
                        ? signed.issuers()
                        : Optional.of(issuers(token, documented.of(metadata))));
    }

    private static Set<String> issuers(SignedToken token, Optional<String> documented) {
        String tenant = token.claims().text("tid").orElse("");
        return documented
                .map(issuer -> Set.of(DiscoveryUrl.expand(issuer, tenant)))
                .orElse(Set.of());
    }

    /** @param metadata as in {@link #checked} */
    public Outcome check(SignedToken token, DiscoveryUrl metadata) {
        KeyLookup lookup = keys.find(metadata, token.keyId());
        if (lookup instanceof KeyLookup.Unreachable unreachable) {
            return new Outcome.Undecided(
                    CheckResult.undecided(
                            Reason.KEYS_UNAVAILABLE, "keys of " + metadata.address(), unreachable.cause()),
                    unreachable.retryAfter());
        }
        return lookup instanceof KeyLookup.Found found
                ? check(token, metadata, found)
                : notSigned(Reason.KEY_UNKNOWN, "a kid published at " + metadata.address(), token.keyId());
    }

    private Outcome check(SignedToken token, DiscoveryUrl metadata, KeyLookup.Found found) {
        String tenant = token.claims().text("tid").orElse("");
        String issuer = DiscoveryUrl.expand(found.issuer(), tenant);
        String keyIssuer = DiscoveryUrl.expand(found.keyIssuer().orElse(""), tenant);
        boolean isOfIssuer = found.keyIssuer().isPresent() ? keyIssuer.equals(issuer) : metadata.isOwnedByTenant();
        if (!isOfIssuer) {
            return notSigned(
                    Reason.KEY_ISSUER_MISMATCH,
                    "a key of " + issuer,
                    "of " + (found.keyIssuer().isPresent() ? keyIssuer : "no issuer"));
        }
        return token.isSignedBy(found.key(), verifier)
                ? new Outcome.Signed(Optional.of(Set.of(issuer)))
                : notSigned(Reason.SIGNATURE_INVALID, "a signature by key " + token.keyId(), "another");
    }

    private static Outcome notSigned(Reason reason, String expected, String actual) {
        return new Outcome.NotSigned(CheckResult.refused(reason, expected, actual));
    }
}
