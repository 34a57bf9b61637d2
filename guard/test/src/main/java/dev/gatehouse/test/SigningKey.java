package dev.gatehouse.test;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Map;

/** An RSA key that lives as long as its test issuer, in this process only. */
record SigningKey(String id, KeyPair pair) {
    private static final int BITS = 2_048;

    static SigningKey generate(String id) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return new SigningKey(id, generator.generateKeyPair());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has RSA", missing);
        }
    }

    /** RS256 (RFC 7518 §3.3). */
    byte[] sign(byte[] input) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK signs with RSA and SHA-256", missing);
        }
    }

    /** The public key as Entra publishes it: without {@code alg} (RFC 7517 §4). */
    Map<String, Object> jwk() {
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        return Map.of(
                "kty",
                "RSA",
                "use",
                "sig",
                "kid",
                id,
                "n",
                base64Url(key.getModulus()),
                "e",
                base64Url(key.getPublicExponent()));
    }

    private static String base64Url(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int start = bytes[0] == 0 ? 1 : 0; // the sign
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(bytes, start, bytes.length));
    }
}
