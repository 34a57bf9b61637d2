package dev.gatehouse.sample.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with a request (RFC 9457).
 *
 * @param errors what is wrong with the body, field by field
 */
public record Problem(Type type, List<FieldError> errors) {

    /** One fault of a body: the field as a JSON Pointer (RFC 6901), and what is expected of it. */
    public record FieldError(String pointer, String detail) {}

    /** The problems, each with its heading in {@code docs/troubleshooting.md}. */
    public enum Type {
        BODY_INVALID("body-invalid", 400, "Invalid request body"),
        NOT_FOUND("not-found", 404, "Not found"),
        CONFLICT("conflict", 409, "Already exists"),
        LENGTH_REQUIRED("length-required", 411, "A chunked body does not reach a Java function: send Content-Length"),
        MEDIA_TYPE_UNSUPPORTED("media-type-unsupported", 415, "The body must be application/json"),
        STORAGE_UNAVAILABLE("storage-unavailable", 503, "The accounts cannot be reached now"),
        NOT_READY("keys-unavailable", 503, "The issuer's keys could not be read");

        private final String code;
        private final int status;
        private final String title;

        Type(String code, int status, String title) {
            this.code = code;
            this.status = status;
            this.title = title;
        }

        String code() {
            return code;
        }

        int status() {
            return status;
        }
    }

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(Type type) {
        return new Problem(type, List.of());
    }

    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "urn:gatehouse:problem:" + type.code);
        members.put("title", type.title);
        members.put("status", type.status);
        members.put("help", "docs/troubleshooting.md#" + type.code);
        if (!errors.isEmpty()) {
            members.put("errors", errors);
        }
        return members;
    }
}
