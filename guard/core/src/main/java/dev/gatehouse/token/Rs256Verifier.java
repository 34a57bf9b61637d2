package dev.gatehouse.token;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.interfaces.RSAPublicKey;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks RS256 signatures with the JDK's provider, and with a native one once it has shown that it works: the worker's JVM never
 * compiles the JDK's arithmetic well (docs/performance.md).
 */
public final class Rs256Verifier {
    /** One that stays with the JDK's provider. */
    static final Rs256Verifier JDK = new Rs256Verifier();

    private volatile @Nullable Rs256Provider nativeProvider;

    /** Made with the first token: a cold worker should not wait for it while it loads the functions. */
    private static final class OfJdk {
        private static final Rs256Provider PROVIDER = Rs256Provider.ofJdk();
    }

    /**
     * Changes to a native provider, which is used as an object and never installed in the JVM. Takes long (a library is unpacked and
     * loaded), so it is for a background thread.
     *
     * @return why it stays with the JDK's provider; empty when it does not
     */
    public String adopt(Supplier<Provider> source) {
        try {
            Rs256Provider candidate = new Rs256Provider(source.get());
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
            return provider().digest(text);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this JVM has no SHA-256", impossible);
        }
    }

    /** Whether the key's owner signed this; a signature of the wrong length or form is refused. */
    boolean isSigned(RSAPublicKey key, byte[] signed, byte[] signature) {
        try {
            return provider().isSigned(key, signed, signature);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this JVM cannot check RS256 signatures", impossible);
        }
    }

    private Rs256Provider provider() {
        Rs256Provider adopted = nativeProvider;
        return adopted == null ? OfJdk.PROVIDER : adopted;
    }
}
