package dev.gatehouse.local.signature;

import dev.gatehouse.keys.DiscoveryUrl;
import dev.gatehouse.token.SignatureCheck.Outcome;
import dev.gatehouse.token.SignedToken;

/** Whether an issuer vouches for a token: {@link dev.gatehouse.token.SignatureCheck#check}, or what explains it. */
@FunctionalInterface
public interface Signatures {
    Outcome check(SignedToken token, DiscoveryUrl metadata);
}
