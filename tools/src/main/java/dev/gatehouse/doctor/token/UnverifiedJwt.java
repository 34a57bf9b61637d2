package dev.gatehouse.doctor.token;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.doctor.input.GivenJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The readable parts of a token, whatever they are worth; empty where a part is not readable. The signature is not among
 * them.
 *
 * @param parts how many there are between dots
 * @param signature its length in bytes
 */
public record UnverifiedJwt(int parts, Map<String, Object> header, Map<String, Object> claims, int signature) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 100_000;
    private static final double YEAR_10000 = 253_402_300_800.0;

    public static UnverifiedJwt of(String token) {
        List<String> parts = List.of((token.length() > LONGEST ? "" : token).split("\\.", -1));
        return new UnverifiedJwt(
                parts.size(),
                json(parts.get(0)),
                parts.size() == 2 || parts.size() == 3 ? json(parts.get(1)) : Map.of(),
                parts.size() == 3 ? bytes(parts.get(2)).length : 0);
    }

    /** A claim as text, however it is written; empty where it is none. */
    public Optional<String> text(String claim) {
        return claims.get(claim) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    public boolean has(String claim) {
        return claims.containsKey(claim);
    }

    /** Empty for what is no time before the year 10000. */
    public Optional<Instant> time(String claim) {
        return claims.get(claim) instanceof Number seconds && Math.abs(seconds.doubleValue()) < YEAR_10000
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : Optional.empty();
    }

    /** {@code azp} or {@code appid}. */
    public Optional<String> client() {
        return text("azp").or(() -> text("appid"));
    }

    private static Map<String, Object> json(String part) {
        String text = new String(bytes(part), StandardCharsets.UTF_8);
        return GivenJson.container(text)
                .filter(JsonNode::isObject)
                .map(object -> JSON.convertValue(object, new TypeReference<LinkedHashMap<String, Object>>() {}))
                .orElseGet(LinkedHashMap::new);
    }

    private static byte[] bytes(String part) {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
