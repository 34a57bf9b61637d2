package dev.gatehouse.bench.growth;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatusType;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** A call as the worker passes it to a function, without the worker's other work. */
record BenchCall(Map<String, String> headers) implements HttpRequestMessage<Optional<String>> {
    static BenchCall with(String token) {
        return new BenchCall(Map.of(
                "host", "localhost",
                "accept", "application/json",
                "user-agent", "benchmark/1.0",
                "authorization", "Bearer " + token,
                "x-forwarded-for", "192.0.2.1"));
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
        return new BenchResponse(status);
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatusType status) {
        return new BenchResponse(status);
    }
}
