package dev.gatehouse.token;

import java.util.Optional;
import java.util.Set;

/**
 * A token that can be read, on its way through a layer's checks. What it says is unverified until all of them have passed.
 *
 * @param keyId of the key that is said to have signed it
 * @param signature what its signature is worth
 * @param issuers those that it may name: where the signature does not hold, the documented ones, and none where those are not known;
 *     absent where the layer accepts any
 */
public record TokenUnderCheck(
        ClaimedCaller caller, String keyId, SignatureCheck.Outcome signature, Optional<Set<String>> issuers) {

    /** @param issuers as {@link #issuers} */
    public static TokenUnderCheck of(
            SignedToken token, SignatureCheck.Outcome signature, Optional<Set<String>> issuers) {
        return of(token.claims(), token.keyId(), signature, issuers);
    }

    /** A token that is no {@link SignedToken}, as one that is signed with a shared secret. */
    public static TokenUnderCheck of(
            Claims claims, String keyId, SignatureCheck.Outcome signature, Optional<Set<String>> issuers) {
        TokenVersion version = TokenVersion.of(claims.text("ver").orElse("")).orElse(TokenVersion.V2);
        return new TokenUnderCheck(new ClaimedCaller(claims, version), keyId, signature, issuers);
    }

    public Claims claims() {
        return caller.claims();
    }

    public boolean isSigned() {
        return signature instanceof SignatureCheck.Outcome.Signed;
    }
}
