package dev.gatehouse.token;

import java.security.interfaces.RSAPublicKey;

/** A compact JWS (RFC 7515 §3.1) with an RS256 header that names its key; its claims are unverified until its signature has been checked. */
public interface SignedToken {
    /** Longer tokens are refused unread; Entra caps group claims so that a token stays well below. */
    int MAX_LENGTH = 16_384;

    /** Reads a token; {@code jku}, {@code x5u}, {@code jwk} and {@code x5c} of its header are never looked at. */
    static TokenReading read(String compact) {
        return CompactToken.read(compact);
    }

    /** The {@code kid} of the key that is said to have signed. */
    String keyId();

    /** What the token says, true only if {@link #isSignedBy} the issuer's key. */
    Claims claims();

    boolean isSignedBy(RSAPublicKey key, Rs256Verifier verifier);

    /** By the JDK's provider. */
    default boolean isSignedBy(RSAPublicKey key) {
        return isSignedBy(key, Rs256Verifier.JDK);
    }
}
