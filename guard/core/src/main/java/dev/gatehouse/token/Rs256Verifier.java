package dev.gatehouse.token;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks RS256 signatures (RFC 7518 §3.3) with the JDK's provider, and with a native one from when it has shown that it
 * works: the worker's JVM never compiles the JDK's arithmetic well (docs/performance.md).
 */
public final class Rs256Verifier {
    private static final String ALGORITHM = "SHA256withRSA";

    private volatile @Nullable Provider nativeProvider;

    /**
     * Goes over to a native provider, which is used as an object and never installed in the JVM. Takes long (a library is
     * unpacked and loaded), so it is for a thread that nobody waits for.
     *
     * @return why it stays with the JDK's provider; empty when it does not
     */
    public String adopt(Supplier<Provider> source) {
        try {
            Provider candidate = source.get();
            String fault = ProviderSelfTest.fault(candidate);
            if (fault.isEmpty()) {
                nativeProvider = candidate;
            }
            return fault;
        } catch (RuntimeException | LinkageError absent) { // the library is not for this system, or cannot be unpacked
            return absent.toString();
        }
    }

    /** A compact token's SHA-256, by whichever provider is used: the JDK's takes the worker six times as long. */
    byte[] digest(String text) {
        try {
            return digest(nativeProvider, text);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this JVM has no SHA-256", impossible);
        }
    }

    /**
     * @param provider null for the JDK's
     * @param text what Latin-1 does not have counts as a question mark
     */
    static byte[] digest(@Nullable Provider provider, String text) throws NoSuchAlgorithmException {
        MessageDigest digest = provider == null
                ? MessageDigest.getInstance("SHA-256")
                : MessageDigest.getInstance("SHA-256", provider);
        return digest.digest(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Whether the key's owner signed this; a signature of the wrong length or form is none. */
    boolean isSigned(RSAPublicKey key, byte[] signed, byte[] signature) {
        try {
            return isSigned(nativeProvider, key, signed, signature);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this JVM cannot check RS256 signatures", impossible);
        }
    }

    /** @param provider null for the JDK's */
    static boolean isSigned(@Nullable Provider provider, RSAPublicKey key, byte[] signed, byte[] signature)
            throws NoSuchAlgorithmException {
        Signature check =
                provider == null ? Signature.getInstance(ALGORITHM) : Signature.getInstance(ALGORITHM, provider);
        try {
            check.initVerify(key);
            check.update(signed);
            return check.verify(signature);
        } catch (InvalidKeyException
                | SignatureException unusable) { // such a key has signed nothing, and such a signature is none
            return false;
        }
    }
}
