package dev.gatehouse.bench.token;

import dev.gatehouse.bench.BenchEntra;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.function.Supplier;
import org.conscrypt.Conscrypt;

/** A provider's check of the token's signature only; all other work is done before. */
public final class RawSignature {
    private RawSignature() {}

    /** By the JDK. */
    public static Supplier<Object> ofJdk(BenchEntra entra) {
        try {
            return validation(entra, Signature.getInstance("SHA256withRSA").getProvider());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has RS256", impossible);
        }
    }

    /** By the native provider that the guard uses. */
    static Supplier<Object> ofNative(BenchEntra entra) {
        return validation(entra, Conscrypt.newProvider());
    }

    private static Supplier<Object> validation(BenchEntra entra, Provider provider) {
        String token = entra.token();
        int last = token.lastIndexOf('.');
        byte[] signed = token.substring(0, last).getBytes(StandardCharsets.US_ASCII);
        byte[] signature = Base64.getUrlDecoder().decode(token.substring(last + 1));
        RSAPublicKey key = entra.rsa();
        return () -> isSigned(provider, key, signed, signature);
    }

    private static boolean isSigned(Provider provider, RSAPublicKey key, byte[] signed, byte[] signature) {
        try {
            Signature check = Signature.getInstance("SHA256withRSA", provider);
            check.initVerify(key);
            check.update(signed);
            if (!check.verify(signature)) {
                throw new IllegalStateException("the valid token was refused");
            }
            return true;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(provider.getName() + " has RS256", impossible);
        }
    }
}
