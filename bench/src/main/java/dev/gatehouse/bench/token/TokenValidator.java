package dev.gatehouse.bench.token;

import dev.gatehouse.bench.BenchEntra;
import java.util.Locale;
import java.util.function.Supplier;

/** The validating library. */
public enum TokenValidator {
    /** The JDK's signature check alone: nothing that checks signatures with it is faster. */
    RAW_JCA,
    /** The same with the native provider that Gatehouse uses: any time beyond it is Gatehouse's own work. */
    RAW_NATIVE,
    AUTH0_JAVA_JWT,
    FUSIONAUTH_JWT,
    JOSE4J,
    SPRING_SECURITY,
    JJWT,
    NIMBUS,
    /** Every rule, for a new token. */
    GATEHOUSE_UNSEEN,
    /** Every rule, for a cached token. */
    GATEHOUSE_SEEN,
    /** A token with an unpublished key, which any attacker can send; no document is read for it. */
    GATEHOUSE_UNKNOWN_KID;

    /** The name in tables and files. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isPeer() {
        return ordinal() > RAW_NATIVE.ordinal() && ordinal() < GATEHOUSE_UNSEEN.ordinal();
    }

    Supplier<Object> validation(BenchEntra entra) {
        return switch (this) {
            case RAW_JCA -> RawSignature.ofJdk(entra);
            case RAW_NATIVE -> RawSignature.ofNative(entra);
            case GATEHOUSE_UNSEEN -> BenchVerifier.of(entra).unseen();
            case GATEHOUSE_SEEN -> BenchVerifier.of(entra).seen();
            case GATEHOUSE_UNKNOWN_KID -> BenchVerifier.of(entra).unknownKey();
            default -> {
                Peer peer = Peer.of(this, entra);
                String token = entra.token();
                yield () -> validated(peer, token);
            }
        };
    }

    private static Object validated(Peer peer, String token) {
        try {
            return peer.validate(token);
        } catch (Exception refused) { // each library has its own exception
            throw new IllegalStateException("the valid token was refused", refused);
        }
    }
}
