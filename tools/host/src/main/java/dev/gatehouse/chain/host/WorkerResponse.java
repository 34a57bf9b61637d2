package dev.gatehouse.chain.host;

import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatusType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The only class that the host accepts as a response; it is its own builder, like the worker's. */
final class WorkerResponse implements HttpResponseMessage, HttpResponseMessage.Builder {
    private final Map<String, @Nullable String> headers = new LinkedHashMap<>();
    private HttpStatusType status;
    private @Nullable Object body;

    WorkerResponse(HttpStatusType status) {
        this.status = status;
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

    Map<String, @Nullable String> headers() {
        return Collections.unmodifiableMap(headers);
    }

    @Override
    public HttpResponseMessage.Builder status(HttpStatusType changed) {
        status = changed;
        return this;
    }

    /** One value for each name: the last one wins. */
    @Override
    public HttpResponseMessage.Builder header(String name, @Nullable String value) {
        headers.put(name, value);
        return this;
    }

    @Override
    public HttpResponseMessage.Builder body(@Nullable Object changed) {
        body = changed;
        return this;
    }

    @Override
    public HttpResponseMessage build() {
        return this;
    }
}
