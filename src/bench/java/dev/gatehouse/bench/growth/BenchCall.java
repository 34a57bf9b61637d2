package dev.gatehouse.bench.growth;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatusType;
import com.microsoft.azure.functions.TraceContext;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A call as the worker hands it to a function, and nothing of what the worker does besides. */
record BenchCall(Map<String, String> headers) implements HttpRequestMessage<Optional<String>> {
    private static final Logger LOG = Logger.getAnonymousLogger();

    static {
        LOG.setUseParentHandlers(false);
        LOG.setLevel(Level.INFO);
    }

    static BenchCall with(String token) {
        return new BenchCall(Map.of(
                "host", "localhost",
                "accept", "application/json",
                "user-agent", "benchmark/1.0",
                "authorization", "Bearer " + token,
                "x-forwarded-for", "192.0.2.1"));
    }

    /** What the worker says of a call beside the request. */
    record Context(String getFunctionName) implements ExecutionContext, TraceContext {
        @Override
        public String getFunctionName() {
            return getFunctionName;
        }

        @Override
        public Logger getLogger() {
            return LOG;
        }

        @Override
        public String getInvocationId() {
            return "11111111-2222-4333-8444-555555555555";
        }

        @Override
        public TraceContext getTraceContext() {
            return this;
        }

        @Override
        public String getTraceparent() {
            return "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        }

        @Override
        public String getTracestate() {
            return "";
        }

        @Override
        public Map<String, String> getAttributes() {
            return Map.of();
        }
    }

    private static final class Response implements HttpResponseMessage, HttpResponseMessage.Builder {
        private final Map<String, String> headers = new HashMap<>();
        private HttpStatusType status;
        private @Nullable Object body;

        Response(HttpStatusType status) {
            this.status = status;
        }

        @Override
        public Builder status(HttpStatusType changed) {
            status = changed;
            return this;
        }

        @Override
        public Builder header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        @Override
        public Builder body(Object content) {
            body = content;
            return this;
        }

        @Override
        public HttpResponseMessage build() {
            return this;
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
    }

    @Override
    public URI getUri() {
        return URI.create("http://localhost/api/accounts");
    }

    @Override
    public HttpMethod getHttpMethod() {
        return HttpMethod.GET;
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
    public Optional<String> getBody() {
        return Optional.empty();
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(com.microsoft.azure.functions.HttpStatus status) {
        return new Response(status);
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatusType status) {
        return new Response(status);
    }
}
