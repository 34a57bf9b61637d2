package dev.gatehouse.chain.entra;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Computes the signature part of a compact JWS (RFC 7515) from the first two parts. */
@FunctionalInterface
public interface Signer {
    byte[] sign(byte[] signingInput) throws GeneralSecurityException;

    static Signer rs256(PrivateKey key) {
        return rsa("SHA256withRSA", key);
    }

    static Signer rs384(PrivateKey key) {
        return rsa("SHA384withRSA", key);
    }

    static Signer rs512(PrivateKey key) {
        return rsa("SHA512withRSA", key);
    }

    static Signer ps256(PrivateKey key) {
        return pss(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1), key);
    }

    static Signer ps512(PrivateKey key) {
        return pss(new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1), key);
    }

    static Signer hs256(byte[] secret) {
        byte[] copy = secret.clone();
        return input -> {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(copy, "HmacSHA256"));
            return mac.doFinal(input);
        };
    }

    /** An empty signature, as with {@code alg: none}. */
    static Signer nothing() {
        return input -> new byte[0];
    }

    /** RS256 with a new random RSA key of this many bits. */
    static Signer stranger(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            KeyPair pair = generator.generateKeyPair();
            return rs256(pair.getPrivate());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has RSA", missing);
        }
    }

    /** RSASSA-PSS with a salt as long as the hash (RFC 7518 §3.5). */
    private static Signer pss(PSSParameterSpec parameters, PrivateKey key) {
        return input -> {
            Signature pss = Signature.getInstance("RSASSA-PSS");
            pss.setParameter(parameters);
            pss.initSign(key);
            pss.update(input);
            return pss.sign();
        };
    }

    private static Signer rsa(String algorithm, PrivateKey key) {
        return input -> {
            Signature rsa = Signature.getInstance(algorithm);
            rsa.initSign(key);
            rsa.update(input);
            return rsa.sign();
        };
    }
}
