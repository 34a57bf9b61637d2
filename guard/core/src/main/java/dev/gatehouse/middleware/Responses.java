package dev.gatehouse.middleware;

import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatusType;
import dev.gatehouse.json.Json;
import java.util.Optional;

/** Makes responses with the request's own builder: the worker turns any other into an empty 200. */
final class Responses {
    private Responses() {}

    static HttpResponseMessage build(HttpRequestMessage<?> request, Reply reply, Optional<String> traceId) {
        boolean isProblem = reply.body() instanceof Problem;
        Object body = reply.body() instanceof Problem problem ? problem.members(traceId) : reply.body();
        HttpResponseMessage.Builder builder = request.createResponseBuilder(HttpStatusType.custom(reply.status()))
                .header("Content-Type", isProblem ? "application/problem+json" : "application/json")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff");
        reply.headers().forEach(builder::header);
        return builder.body(Json.write(body)).build();
    }
}
