package dev.gatehouse.chain.forgery;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.gatehouse.chain.entra.Signer;
import dev.gatehouse.chain.entra.TokenDraft;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;

/** Tokens that an attacker can make from a valid token without Entra's key. */
public final class Forgeries {
    private static final int KEY_BITS = 2048;

    private Forgeries() {}

    /** A changed claim with the original signature. */
    public static String changed(String token) {
        String[] parts = token.split("\\.", -1);
        Map<String, Object> claims = claims(parts[1]);
        claims.put("gatehouse_probe", "changed");
        String payload = Base64URL.encode(JSONObjectUtils.toJSONString(claims)).toString();
        return parts[0] + "." + payload + "." + parts[2];
    }

    /** The same claims and key id, signed by a key that does not belong to Entra. */
    public static String signedByAnother(String token) {
        String[] parts = token.split("\\.", -1);
        return TokenDraft.compact(text(parts[0]), text(parts[1]), Signer.stranger(KEY_BITS));
    }

    /** The same claims without a signature ({@code alg} {@code none}, RFC 7519 §6). */
    public static String unsigned(String token) {
        return TokenDraft.compact(
                "{\"alg\":\"none\",\"typ\":\"JWT\"}", text(token.split("\\.", -1)[1]), Signer.nothing());
    }

    private static String text(String part) {
        return new Base64URL(part).decodeToString();
    }

    private static Map<String, Object> claims(String part) {
        try {
            return new HashMap<>(JSONObjectUtils.parse(text(part)));
        } catch (ParseException impossible) {
            throw new IllegalArgumentException("the valid token was read before", impossible);
        }
    }
}
