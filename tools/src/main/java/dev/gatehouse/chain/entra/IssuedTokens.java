package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.directory.Directory;
import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.Reason;
import dev.gatehouse.token.SignatureCheck.Outcome;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.TokenUnderCheck;
import java.util.Optional;
import java.util.Set;

/** Recognises the tokens that this Entra issued for its tenant, by the keys that it publishes. */
record IssuedTokens(Directory directory, SigningKeys keys) {

    TokenUnderCheck underCheck(SignedToken token) {
        int version = "1.0".equals(token.claims().text("ver").orElse("")) ? 1 : 2;
        Optional<Set<String>> issuer = Optional.of(Set.of(directory.tenant().issuer(version)));
        Outcome signature = keys.haveSigned(token)
                ? new Outcome.Signed(issuer)
                : new Outcome.NotSigned(CheckResult.refused(
                        keys.find(token.keyId()).isPresent() ? Reason.SIGNATURE_INVALID : Reason.KEY_UNKNOWN,
                        "a signature by a published key",
                        "another signature"));
        return TokenUnderCheck.of(token, signature, issuer);
    }
}
