package dev.gatehouse.bench.token;

import dev.gatehouse.bench.BenchEntra;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.function.Supplier;

/** The JDK's own check of the token's signature, with everything else done before. */
public final class RawJca {
    private RawJca() {}

    public static Supplier<Object> validation(BenchEntra entra) {
        String token = entra.token();
        int last = token.lastIndexOf('.');
        byte[] signed = token.substring(0, last).getBytes(StandardCharsets.US_ASCII);
        byte[] signature = Base64.getUrlDecoder().decode(token.substring(last + 1));
        RSAPublicKey key = entra.rsa();
        return () -> isSigned(key, signed, signature);
    }

    private static boolean isSigned(RSAPublicKey key, byte[] signed, byte[] signature) {
        try {
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(key);
            check.update(signed);
            if (!check.verify(signature)) {
                throw new IllegalStateException("the good token is refused");
            }
            return true;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has RS256", impossible);
        }
    }
}
