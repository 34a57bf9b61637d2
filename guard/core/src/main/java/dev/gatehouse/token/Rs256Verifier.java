package dev.gatehouse.token;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
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

    /** A signature that is known to be good, by which a provider shows that it works here before it is relied on. */
    private static final class ProviderSelfTest {
        private static final String SIGNED = "Gatehouse";
        private static final String MODULUS =
                "AKi-L8CUICmHOOFs06meHS--MCTquBrVMev3UXvtmBWRC4vy3B7VsKENUK_2PXO2gbgkEgE5-qz_nke-227b9E"
                        + "hoxwxmjnGvmxWyr0W0qWiy1I6kdlOztNyMvEQ70aIqmlYg-t4NTD66hxYYIWM7QCV4JyF5JIx_uzRhneGVhqx5"
                        + "tZOWKxWnScXQSaMjm0w1uoSKxzSb1sWoETaNxr8nig1xIgK42rmxEWGz2TUKAJOLOFxPOdik8m7oie5EISE1Ml"
                        + "IDIYa3rnCcK4sZhSAFzCSsjUXpTgm6FKTOqEigb1Eq19hKhGfEWbWAx5vO7P8Ff_BKkTTRo1oj3OHTatCFGhk";
        private static final String SIGNATURE =
                "jsa6ObF7aSWGVB4cNU9_af96IWV8JDWSiEnJSbn5Iw3dU8S-11dT_M3FxtahHMHwa2Fye1dJUAhhgnIennqO5h"
                        + "yWSDuTT3zGfXFdJydPSJJted-SyLjc3yI_w68N4CQIzIWD-uAFDCqSgtWRfmvoHyPffhhwKAcJByOMyPQ7F9NH"
                        + "RftZ7KLTzjhn7Whl0df7WTIy1Zpq-V3V8pLvb131R7X6AuteQarR8djqdDoXrrsfjcoHe6iHovsLJLalNkQouq"
                        + "c6QBiUoW7Uxpldo5_rA5Ryo_uw0bEqILEzrPpJHHajfnAjmRLWoRUCgbAqFf6W__ABSpohDlmK0TdbRq-Rug";

        private ProviderSelfTest() {}

        /** Why a provider cannot be relied on; empty when it can. */
        static String fault(Rs256Provider provider) {
            try {
                byte[] signature = Base64.getUrlDecoder().decode(SIGNATURE);
                boolean takesTheGood = provider.isSigned(key(), bytes(SIGNED), signature);
                boolean takesTheBad = provider.isSigned(key(), bytes(SIGNED + "!"), signature);
                if (!takesTheGood || takesTheBad) {
                    return provider.name() + " gives a wrong answer for a known signature";
                }
                return digestsAsTheJdk(provider) ? "" : provider.name() + " gives a wrong digest of a known text";
            } catch (GeneralSecurityException unusable) {
                return provider.name() + " cannot check RS256 signatures: " + unusable;
            }
        }

        /** A provider that gave every text the same digest would make every token a known one. */
        private static boolean digestsAsTheJdk(Rs256Provider provider) throws NoSuchAlgorithmException {
            Rs256Provider jdk = Rs256Provider.ofJdk();
            return MessageDigest.isEqual(provider.digest(SIGNED), jdk.digest(SIGNED))
                    && MessageDigest.isEqual(provider.digest(SIGNATURE), jdk.digest(SIGNATURE));
        }

        private static RSAPublicKey key() throws GeneralSecurityException {
            BigInteger modulus = new BigInteger(1, Base64.getUrlDecoder().decode(MODULUS));
            return (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(modulus, BigInteger.valueOf(65_537)));
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
    }
}
