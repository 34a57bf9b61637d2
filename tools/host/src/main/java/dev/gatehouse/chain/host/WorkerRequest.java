package dev.gatehouse.chain.host;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The request object that a function receives. */
record WorkerRequest(HostRequest arrival, @Nullable Object body) implements HttpRequestMessage<Object> {
    @Override
    public URI getUri() {
        return arrival.uri();
    }

    @Override
    public HttpMethod getHttpMethod() {
        return arrival.method();
    }

    @Override
    public Map<String, String> getHeaders() {
        return arrival.headers();
    }

    @Override
    public Map<String, String> getQueryParameters() {
        return arrival.query();
    }

    @Override
    public @Nullable Object getBody() {
        return body;
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatus status) {
        return new WorkerResponse(status);
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatusType status) {
        return new WorkerResponse(status);
    }
}
