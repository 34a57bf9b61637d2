package dev.gatehouse.middleware;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request as the worker hands it over, which remembers of its responses what a client would see. */
record SentRequest(HttpMethod method, Map<String, String> headers) implements HttpRequestMessage<String> {

    record Reply(int status, Map<String, String> headers, Object body) implements HttpResponseMessage {
        @Override
        public HttpStatusType getStatus() {
            return HttpStatusType.custom(status);
        }

        @Override
        public String getHeader(String name) {
            return headers.get(name);
        }

        @Override
        public Object getBody() {
            return body;
        }
    }

    @Override
    public URI getUri() {
        return URI.create("https://app.example/api/accounts");
    }

    @Override
    public HttpMethod getHttpMethod() {
        return method;
    }

    @Override
    public Map<String, String> getHeaders() {
        return headers;
    }

    @Override
    public Map<String, String> getQueryParameters() {
        return Map.of();
    }

    @Override
    public String getBody() {
        return "";
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatus status) {
        return createResponseBuilder((HttpStatusType) status);
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatusType status) {
        return new Building(status.value());
    }

    private static final class Building implements HttpResponseMessage.Builder {
        private final Map<String, String> headers = new LinkedHashMap<>();
        private int status;
        private Object body;

        private Building(int status) {
            this.status = status;
        }

        @Override
        public HttpResponseMessage.Builder status(HttpStatusType changed) {
            status = changed.value();
            return this;
        }

        @Override
        public HttpResponseMessage.Builder header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        @Override
        public HttpResponseMessage.Builder body(Object content) {
            body = content;
            return this;
        }

        @Override
        public HttpResponseMessage build() {
            return new Reply(status, headers, body);
        }
    }
}
