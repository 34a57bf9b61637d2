package dev.gatehouse.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatusType;
import dev.gatehouse.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A response as a function hands it to the worker: what the builders of {@link TestRequest} make. */
public record TestResponse(
        HttpStatusType status,
        Map<String, String> headers,
        @Nullable Object body) implements HttpResponseMessage {
    private static final String PROBLEM = "urn:gatehouse:problem:";

    public TestResponse {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /**
     * Why the guard rejected the call, such as {@code token-expired}: the stable code that the response carries (RFC 9457), each
     * explained in {@code docs/troubleshooting.md}.
     *
     * @return empty for a response that is no problem of the guard
     */
    public static String errorCode(HttpResponseMessage response) {
        try {
            return response.getBody() instanceof String body
                            && Json.read(body) instanceof Map<?, ?> problem
                            && problem.get("type") instanceof String type
                            && type.startsWith(PROBLEM)
                    ? type.substring(PROBLEM.length())
                    : "";
        } catch (JsonProcessingException notJson) {
            return "";
        }
    }

    @Override
    public HttpStatusType getStatus() {
        return status;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return headers.get(name);
    }

    @Override
    public @Nullable Object getBody() {
        return body;
    }

    static final class Builder implements HttpResponseMessage.Builder {
        private final Map<String, String> headers = new LinkedHashMap<>();
        private HttpStatusType status;
        private @Nullable Object body;

        Builder(HttpStatusType status) {
            this.status = status;
        }

        @Override
        public HttpResponseMessage.Builder status(HttpStatusType changed) {
            status = changed;
            return this;
        }

        @Override
        public HttpResponseMessage.Builder header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        @Override
        public HttpResponseMessage.Builder body(@Nullable Object content) {
            body = content;
            return this;
        }

        @Override
        public HttpResponseMessage build() {
            return new TestResponse(status, headers, body);
        }
    }
}
