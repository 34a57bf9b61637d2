package dev.gatehouse.chain.entra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.chain.http.Response;
import java.util.Map;

/** The JSON responses of the local Entra. */
final class EntraJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private EntraJson() {}

    static String text(Map<String, ?> object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("only maps, lists, text, numbers and booleans are JSON", impossible);
        }
    }

    /** A response that must not be cached. */
    static Response secret(int status, Map<String, ?> object) {
        return Response.json(status, text(object))
                .with("Cache-Control", "no-store")
                .with("Pragma", "no-cache");
    }

    /** A response that any client may cache. */
    static Response published(Map<String, ?> object) {
        return Response.json(200, text(object)).with("Cache-Control", "max-age=86400, private");
    }
}
