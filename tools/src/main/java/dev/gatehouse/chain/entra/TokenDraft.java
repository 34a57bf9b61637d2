package dev.gatehouse.chain.entra;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A token that is not signed yet; every change makes a new draft, so that one valid draft can be tampered with in many ways. */
public record TokenDraft(Map<String, Object> header, Map<String, Object> claims, Signer signer) {

    public TokenDraft {
        header = Collections.unmodifiableMap(new LinkedHashMap<>(header)); // keeps order, and a null is JSON's null
        claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
    }

    public TokenDraft claim(String name, Object value) {
        return claims(changed -> put(changed, name, value));
    }

    public TokenDraft withoutClaim(String name) {
        return claims(changed -> remove(changed, name));
    }

    public TokenDraft header(String name, Object value) {
        return header(changed -> put(changed, name, value));
    }

    public TokenDraft withoutHeader(String name) {
        return header(changed -> remove(changed, name));
    }

    /** Changes the claims with a function that receives a mutable copy. */
    public TokenDraft claims(UnaryOperator<Map<String, Object>> spoiler) {
        return new TokenDraft(header, spoiler.apply(new LinkedHashMap<>(claims)), signer);
    }

    /** Changes the header with a function that receives a mutable copy. */
    public TokenDraft header(UnaryOperator<Map<String, Object>> spoiler) {
        return new TokenDraft(spoiler.apply(new LinkedHashMap<>(header)), claims, signer);
    }

    /** The same draft under another signature; the header's {@code alg} stays as it is. */
    public TokenDraft signedBy(Signer other) {
        return new TokenDraft(header, claims, other);
    }

    /** The signed token. */
    public String compact() {
        return compact(EntraJson.text(header), EntraJson.text(claims), signer);
    }

    /** Signs any two texts as header and claims, for JSON that cannot be written from a map. */
    public static String compact(String header, String claims, Signer signer) {
        String input = base64Url(header.getBytes(StandardCharsets.UTF_8)) + "."
                + base64Url(claims.getBytes(StandardCharsets.UTF_8));
        try {
            return input + "." + base64Url(signer.sign(input.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("this signer cannot sign", unusable);
        }
    }

    private static Map<String, Object> put(Map<String, Object> map, String name, Object value) {
        map.put(name, value);
        return map;
    }

    private static Map<String, Object> remove(Map<String, Object> map, String name) {
        map.remove(name);
        return map;
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
