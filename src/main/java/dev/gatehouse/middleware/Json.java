package dev.gatehouse.middleware;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Writes what this package itself made as JSON. */
final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException notWritable) {
            throw new IllegalStateException(value.getClass() + " cannot be written as JSON", notWritable);
        }
    }
}
