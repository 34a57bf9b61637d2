package dev.gatehouse.chain.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A token as a trace shows it: what its header names, and its claims, checked by nobody; never the signature. */
public final class ShownToken {
    private static final int LONGEST = 16_384;
    private static final List<String> HEADER = List.of("typ", "alg", "kid");
    private static final List<String> FIRST =
            List.of("ver", "iss", "aud", "azp", "appid", "oid", "roles", "scp", "nbf", "exp");
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ShownToken() {}

    /** The details of a step; for what cannot be read as a signed JWT, only that. */
    public static Map<String, Object> of(String compact) {
        String[] parts = compact.length() > LONGEST ? new String[0] : compact.split("\\.", -1);
        if (parts.length != 3) {
            return Map.of("token", "not a signed JWT");
        }
        try {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("header", chosen(json(parts[0])));
            details.put("claims", ordered(json(parts[1])));
            return details;
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            return Map.of("token", "not a signed JWT");
        }
    }

    private static Map<String, Object> chosen(Map<String, Object> header) {
        Map<String, Object> chosen = new LinkedHashMap<>(header);
        chosen.keySet().retainAll(HEADER);
        return chosen;
    }

    private static Map<String, Object> ordered(Map<String, Object> claims) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        FIRST.stream().filter(claims::containsKey).forEach(name -> ordered.put(name, claims.get(name)));
        claims.forEach(ordered::putIfAbsent);
        return ordered;
    }

    /** @throws IllegalArgumentException when it is no base64url */
    private static Map<String, Object> json(String part) throws JsonProcessingException {
        String text = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
        return JSON.readValue(text, new TypeReference<LinkedHashMap<String, Object>>() {});
    }
}
