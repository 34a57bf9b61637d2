package dev.gatehouse.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * One provider's RS256 (RFC 7518 §3.3) and SHA-256. Each thread keeps its own instances, and each key is turned into the provider's
 * form once: making both anew for each signature costs a native provider a third of its arithmetic again (docs/performance.md).
 */
final class Rs256Provider {
    /** More than the issuers of an app publish; when there are more, all are made anew. */
    private static final int MAX_KEYS = 64;

    private final Provider provider;
    private final ThreadLocal<Instances> ofThread = new ThreadLocal<>();
    private volatile Map<RSAPublicKey, PublicKey> keys = new IdentityHashMap<>(); // replaced whole

    private record Instances(Signature signature, MessageDigest digest) {}

    Rs256Provider(Provider provider) {
        this.provider = provider;
    }

    /** The JDK's, whichever it prefers. */
    static Rs256Provider ofJdk() {
        try {
            return new Rs256Provider(Signature.getInstance("SHA256withRSA").getProvider());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this JVM cannot check RS256 signatures", impossible);
        }
    }

    String name() {
        return provider.getName();
    }

    /**
     * Whether the key's owner signed this; a signature of the wrong length or form is refused.
     *
     * @throws NoSuchAlgorithmException when the provider cannot check such signatures
     */
    boolean isSigned(RSAPublicKey key, byte[] signed, byte[] signature) throws NoSuchAlgorithmException {
        boolean isFinished = false;
        try {
            Signature check = instances().signature();
            check.initVerify(ownForm(key));
            check.update(signed);
            boolean isSigned = check.verify(signature);
            isFinished = true;
            return isSigned;
        } catch (InvalidKeyException | SignatureException unusable) { // such a key or signature verifies nothing
            return false;
        } finally {
            if (!isFinished) {
                ofThread.remove(); // with whatever is half done in it
            }
        }
    }

    /**
     * The text's SHA-256; what Latin-1 does not have counts as a question mark.
     *
     * @throws NoSuchAlgorithmException when the provider has no SHA-256
     */
    byte[] digest(String text) throws NoSuchAlgorithmException {
        return instances().digest().digest(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Instances instances() throws NoSuchAlgorithmException {
        Instances known = ofThread.get();
        if (known == null) {
            known = new Instances(Signature.getInstance("SHA256withRSA", provider), sha256());
            ofThread.set(known);
        }
        return known;
    }

    /** The JDK has it in another provider than the signatures. */
    private MessageDigest sha256() throws NoSuchAlgorithmException {
        return provider.getService("MessageDigest", "SHA-256") == null
                ? MessageDigest.getInstance("SHA-256")
                : MessageDigest.getInstance("SHA-256", provider);
    }

    private PublicKey ownForm(RSAPublicKey key) {
        PublicKey known = keys.get(key);
        return known != null ? known : add(key);
    }

    private synchronized PublicKey add(RSAPublicKey key) {
        Map<RSAPublicKey, PublicKey> more = new IdentityHashMap<>();
        if (keys.size() < MAX_KEYS) {
            more.putAll(keys);
        }
        PublicKey form = translated(key);
        more.put(key, form);
        keys = more;
        return form;
    }

    /** The key itself where the provider does not know how. */
    private PublicKey translated(RSAPublicKey key) {
        try {
            return (PublicKey) KeyFactory.getInstance("RSA", provider).translateKey(key);
        } catch (GeneralSecurityException | RuntimeException notTranslated) { // numbers that are no key, too
            return key;
        }
    }
}
