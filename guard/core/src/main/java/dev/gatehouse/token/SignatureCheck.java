package dev.gatehouse.token;

import dev.gatehouse.keys.DiscoveryUrl;
import dev.gatehouse.keys.IssuerKeys;
import dev.gatehouse.keys.KeyLookup;

/** Whether a key that an issuer publishes has signed a token. What the token then claims is for others to judge. */
public final class SignatureCheck {
    private final IssuerKeys keys;
    private final Rs256Verifier signatures;

    /** The outcome of a check. */
    public sealed interface Outcome {
        /** @param issuer the one issuer that the key vouches for, with the token's tenant in its place */
        record Signed(String issuer) implements Outcome {}

        record NotSigned(Violation violation) implements Outcome {}

        /** The keys could not be read. */
        record Undecided(Violation violation) implements Outcome {}
    }

    /** With the JDK's provider. */
    public SignatureCheck(IssuerKeys keys) {
        this(keys, new Rs256Verifier());
    }

    public SignatureCheck(IssuerKeys keys, Rs256Verifier signatures) {
        this.keys = keys;
        this.signatures = signatures;
    }

    /** By which a token that was seen before is known. */
    byte[] digest(String compact) {
        return signatures.digest(compact);
    }

    /** @param metadata of an issuer that is trusted for what the token says of its version and tenant */
    public Outcome check(SignedToken token, DiscoveryUrl metadata) {
        KeyLookup lookup = keys.find(metadata, token.keyId());
        if (lookup instanceof KeyLookup.Unreachable unreachable) {
            return new Outcome.Undecided(new Violation(
                    Reason.KEYS_UNAVAILABLE,
                    "keys of " + metadata.address(),
                    unreachable.cause(),
                    unreachable.retryAfter()));
        }
        return lookup instanceof KeyLookup.Found found
                ? check(token, metadata, found)
                : notSigned(Reason.KEY_UNKNOWN, "a kid published at " + metadata.address(), token.keyId());
    }

    private Outcome check(SignedToken token, DiscoveryUrl metadata, KeyLookup.Found found) {
        String tenant = token.claims().text("tid").orElse("");
        String issuer = DiscoveryUrl.expand(found.issuer(), tenant);
        String keyIssuer = DiscoveryUrl.expand(found.keyIssuer().orElse(""), tenant);
        boolean vouched = found.keyIssuer().isPresent() ? keyIssuer.equals(issuer) : metadata.isOwnedByTenant();
        if (!vouched) {
            return notSigned(
                    Reason.KEY_ISSUER_MISMATCH,
                    "a key of " + issuer,
                    "of " + (found.keyIssuer().isPresent() ? keyIssuer : "no issuer"));
        }
        return token.isSignedBy(found.key(), signatures)
                ? new Outcome.Signed(issuer)
                : notSigned(Reason.SIGNATURE_INVALID, "a signature by key " + token.keyId(), "another");
    }

    private static Outcome notSigned(Reason reason, String expected, String actual) {
        return new Outcome.NotSigned(new Violation(reason, expected, actual));
    }
}
