package dev.gatehouse.chain.gateway.token;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret that signs and verifies HS256 tokens (RFC 7518 §3.2). */
public final class SharedSecret {
    private static final String HS256 = "HmacSHA256";
    private static final int SHORTEST = 32;

    private final SecretKeySpec secret;

    /** @throws IllegalArgumentException for less than 256 bits */
    public SharedSecret(byte[] secret) {
        if (secret.length < SHORTEST) {
            throw new IllegalArgumentException("a secret for HS256 must have at least 256 bits");
        }
        this.secret = new SecretKeySpec(secret, HS256);
    }

    boolean hasSigned(SharedKeyTokens.Token token) {
        try {
            Mac mac = Mac.getInstance(HS256);
            mac.init(secret);
            return MessageDigest.isEqual(mac.doFinal(token.signed()), token.signature());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this JVM cannot check HS256 signatures", impossible);
        }
    }
}
