package dev.gatehouse.local.gateway.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;

/** A secret that both signs and checks HS256 tokens (RFC 7518 §3.2). */
public final class SharedSecret {
    private final MACVerifier verifier;

    /** @throws IllegalArgumentException for less than 256 bits */
    public SharedSecret(byte[] secret) {
        try {
            this.verifier = new MACVerifier(secret);
        } catch (JOSEException tooShort) {
            throw new IllegalArgumentException("a secret for HS256 has at least 256 bits", tooShort);
        }
    }

    boolean hasSigned(JWSObject token) {
        try {
            return token.verify(verifier);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("this JVM cannot check HS256 signatures", impossible);
        }
    }
}
