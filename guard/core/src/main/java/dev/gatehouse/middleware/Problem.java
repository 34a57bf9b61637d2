package dev.gatehouse.middleware;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An RFC 9457 problem. It tells a caller a stable code and where it is explained, never what was expected or came.
 *
 * @param code the last part of its type, and its heading in {@code docs/troubleshooting.md}
 * @param fields what is wrong with the body, field by field
 */
public record Problem(String code, int status, String title, List<FieldError> fields) {

    /** One fault of a body: the field as a JSON Pointer, and what is expected of it. */
    public record FieldError(String pointer, String detail) {}

    public Problem {
        fields = List.copyOf(fields);
    }

    Map<String, Object> members(Optional<String> traceId) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "urn:gatehouse:problem:" + code);
        members.put("title", title);
        members.put("status", status);
        members.put("help", "docs/troubleshooting.md#" + code);
        if (!fields.isEmpty()) {
            members.put("errors", fields);
        }
        traceId.ifPresent(id -> members.put("traceId", id));
        return members;
    }
}
