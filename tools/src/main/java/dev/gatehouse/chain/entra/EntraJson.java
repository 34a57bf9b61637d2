package dev.gatehouse.chain.entra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.chain.http.Response;
import java.util.Map;

/** JSON as the local Entra writes it. */
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

    /** An answer that nobody may keep. */
    static Response secret(int status, Map<String, ?> object) {
        return Response.json(status, text(object))
                .with("Cache-Control", "no-store")
                .with("Pragma", "no-cache");
    }

    /** An answer for everybody. */
    static Response published(Map<String, ?> object) {
        return Response.json(200, text(object)).with("Cache-Control", "max-age=86400, private");
    }
}
