package dev.gatehouse.jwt;

import dev.gatehouse.jose.Base64Url;
import dev.gatehouse.jose.JsonObjects;
import dev.gatehouse.token.Claims;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The readable parts of a token whose signature has not been checked: all of it may be forged. A part is empty if it
 * cannot be read; each is read as strictly as in the guard. The signature is not included.
 *
 * @param parts the number of parts separated by dots
 * @param signature its length in bytes
 */
public record UnverifiedJwt(int parts, Map<String, Object> header, Map<String, Object> claims, int signature) {
    private static final int LONGEST = 100_000;
    private static final Pattern SIGNATURE = Pattern.compile("[\\w-]*");
    private static final int SIGNED_PARTS = 3;

    public static UnverifiedJwt of(String token) {
        List<String> parts = split(token);
        return new UnverifiedJwt(
                parts.size(),
                object(parts.get(0)).orElseGet(Map::of),
                parts.size() == 2 || parts.size() == SIGNED_PARTS
                        ? object(parts.get(1)).orElseGet(Map::of)
                        : Map.of(),
                parts.size() == SIGNED_PARTS
                        ? bytes(parts.get(2)).map(each -> each.length).orElse(0)
                        : 0);
    }

    /** Empty unless there are three parts: two JSON objects, and a signature in base64url, which may be empty. */
    public static Optional<UnverifiedJwt> whole(String token) {
        List<String> parts = split(token);
        return parts.size() == SIGNED_PARTS
                        && object(parts.get(0)).isPresent()
                        && object(parts.get(1)).isPresent()
                        && SIGNATURE.matcher(parts.get(2)).matches()
                ? Optional.of(of(token))
                : Optional.empty();
    }

    /** A claim as text, in any spelling; empty if it is not a text. */
    public Optional<String> text(String claim) {
        return said().text(claim);
    }

    public boolean has(String claim) {
        return claims.containsKey(claim);
    }

    /** Empty if the claim is not a NumericDate (RFC 7519 §2). */
    public Optional<Instant> time(String claim) {
        return said().instant(claim);
    }

    /** {@code azp} or {@code appid}. */
    public Optional<String> client() {
        return text("azp").or(() -> text("appid"));
    }

    private Claims said() {
        return Claims.of(claims);
    }

    private static List<String> split(String token) {
        return List.of((token.length() > LONGEST ? "" : token).split("\\.", -1));
    }

    private static Optional<Map<String, Object>> object(String part) {
        return bytes(part).flatMap(json -> {
            try {
                return Optional.of(JsonObjects.read(json));
            } catch (ParseException notAnObject) {
                return Optional.empty();
            }
        });
    }

    private static Optional<byte[]> bytes(String part) {
        try {
            return Optional.of(Base64Url.decode(part));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
