package dev.gatehouse.chain.host;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Converts a function's return value to the response. The worker sends its own response class as a response only where the method
 * declares HttpResponseMessage; any other object reaches the host as JSON, which is the body, unless it has a member named body.
 */
final class ResponseMapping {
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final Gson PLAIN = new Gson();
    private static final Gson INDENTED =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private ResponseMapping() {}

    /**
     * The response for what a function returned.
     *
     * @param isDeclared whether the method declares HttpResponseMessage
     * @throws MalformedResponseException when it cannot be sent: 500
     */
    static Response of(@Nullable Object returned, boolean isDeclared) {
        if (returned == null) {
            return Response.empty(204);
        }
        if (returned instanceof WorkerResponse response) {
            return isDeclared
                    ? sent(response.getStatusCode(), headers(response.headers()), response.getBody())
                    : fromJson(json(response));
        }
        return returned instanceof String || returned instanceof byte[]
                ? sent(200, Headers.none(), returned)
                : fromJson(PLAIN.toJsonTree(returned));
    }

    /** The fields of the worker's class, among which the host does not find the status. */
    private static JsonObject json(WorkerResponse response) {
        JsonObject fields = new JsonObject();
        fields.addProperty("httpStatusCode", response.getStatusCode());
        fields.addProperty("httpStatus", String.valueOf(response.getStatus()));
        if (response.getBody() != null) {
            fields.add("body", PLAIN.toJsonTree(response.getBody()));
        }
        fields.add("headers", PLAIN.toJsonTree(response.headers()));
        return fields;
    }

    private static Response fromJson(JsonElement json) {
        JsonElement body =
                json.isJsonObject() ? member(json.getAsJsonObject(), "body").orElse(json) : json;
        if (body.equals(json)) {
            return sent(200, Headers.none(), text(json));
        }
        JsonObject response = json.getAsJsonObject();
        int status = member(response, "statusCode")
                .or(() -> member(response, "status"))
                .flatMap(ResponseMapping::number)
                .orElse(200);
        Map<String, String> headers = new LinkedHashMap<>();
        member(response, "headers").filter(JsonElement::isJsonObject).ifPresent(fields -> fields.getAsJsonObject()
                .entrySet()
                .forEach(field -> headers.put(field.getKey(), text(field.getValue()))));
        return sent(status, headers(headers), text(body));
    }

    private static Optional<JsonElement> member(JsonObject object, String name) {
        return object.entrySet().stream()
                .filter(member -> member.getKey().equalsIgnoreCase(name))
                .<JsonElement>map(Map.Entry::getValue)
                .findFirst();
    }

    private static Optional<Integer> number(JsonElement value) {
        try {
            return value instanceof JsonPrimitive ? Optional.of(value.getAsInt()) : Optional.empty();
        } catch (NumberFormatException noStatus) {
            return Optional.empty();
        }
    }

    private static String text(JsonElement json) {
        if (json.isJsonNull()) {
            return "";
        }
        return json instanceof JsonPrimitive primitive && primitive.isString()
                ? primitive.getAsString()
                : INDENTED.toJson(json);
    }

    private static Headers headers(Map<String, @Nullable String> fields) {
        Headers headers = Headers.none();
        for (Map.Entry<String, @Nullable String> field : fields.entrySet()) {
            String value = field.getValue();
            if (!Headers.isName(field.getKey()) || value == null || !Headers.isWritable(value)) {
                throw new MalformedResponseException("the header " + field.getKey()
                        + " has an invalid name, or a value that is null or not visible ASCII");
            }
            if (field.getKey().equalsIgnoreCase("Content-Length")
                    || field.getKey().equalsIgnoreCase("Transfer-Encoding")) {
                throw new MalformedResponseException("the function sets " + field.getKey()
                        + ", which makes its response malformed in Azure; leave it out");
            }
            headers = headers.with(field.getKey(), value);
        }
        return headers;
    }

    private static Response sent(int status, Headers headers, @Nullable Object body) {
        boolean isBinary = body instanceof byte[];
        byte[] bytes = bytes(body);
        Headers typed = isBinary || headers.has("Content-Type") ? headers : headers.with("Content-Type", TEXT);
        Headers complete = typed.first("Content-Type")
                .map(type ->
                        typed.with("Content-Type", type.replaceAll("(?i);\\s*charset=[^;]*", "") + "; charset=utf-8"))
                .orElse(typed);
        if (bytes.length == 0) {
            return new Response(status, complete, bytes);
        }
        return status == 204
                ? new Response(status, complete.with("Connection", "close"), new byte[0])
                : new Response(status, complete.with("Transfer-Encoding", "chunked"), bytes);
    }

    private static byte[] bytes(@Nullable Object body) {
        if (body == null) {
            return new byte[0];
        }
        if (body instanceof byte[] bytes) {
            return bytes;
        }
        String text = body instanceof String string ? string : text(PLAIN.toJsonTree(body));
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
