package dev.gatehouse.chain.entra;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of Entra's RSA keys, named by its certificate's SHA-1 thumbprint.
 *
 * @param certificate as base64
 */
record EntraSigningKey(String kid, RSAPublicKey publicKey, PrivateKey privateKey, String certificate) {
    private static final int BITS = 2048;

    static EntraSigningKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            byte[] certificate = KeyCertificate.of(pair);
            byte[] thumbprint = MessageDigest.getInstance("SHA-1").digest(certificate);
            return new EntraSigningKey(
                    base64Url(thumbprint),
                    (RSAPublicKey) pair.getPublic(),
                    pair.getPrivate(),
                    Base64.getEncoder().encodeToString(certificate));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has RSA and SHA-1", missing);
        }
    }

    Signer signer() {
        return Signer.rs256(privateKey);
    }

    /** The key as Entra publishes it: without {@code alg}, so that a validator has to restrict the algorithm itself. */
    Map<String, Object> published() {
        Map<String, Object> jwk = new LinkedHashMap<>();
        jwk.put("kty", "RSA");
        jwk.put("use", "sig");
        jwk.put("kid", kid);
        jwk.put("x5t", kid);
        jwk.put("n", base64Url(unsigned(publicKey.getModulus())));
        jwk.put("e", base64Url(unsigned(publicKey.getPublicExponent())));
        jwk.put("x5c", List.of(certificate));
        return jwk;
    }

    boolean verifies(byte[] signed, byte[] signature) {
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initVerify(publicKey);
            rsa.update(signed);
            return rsa.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "signing key " + kid;
    }
}
