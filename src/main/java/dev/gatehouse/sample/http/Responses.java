package dev.gatehouse.sample.http;

import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatusType;
import java.net.URI;
import java.time.Duration;

/** Answers in JSON, made with the request's own builder: the worker turns any other response into an empty 200. */
public final class Responses {
    private Responses() {}

    public static HttpResponseMessage ok(HttpRequestMessage<?> request, Object body) {
        return json(request, 200, body).build();
    }

    /** @param id of what was created within the collection that the request was sent to */
    public static HttpResponseMessage created(HttpRequestMessage<?> request, String id, Object body) {
        return json(request, 201, body)
                .header("Location", location(request.getUri(), id))
                .build();
    }

    /**
     * A relative reference (RFC 9110 §10.2.2): the address that the client knows has another host and another beginning where a
     * gateway lies between, but the same last segment.
     */
    static String location(URI collection, String id) {
        String path = collection.getRawPath();
        String last = path.substring(path.lastIndexOf('/') + 1); // empty behind a trailing slash
        return last.isEmpty() ? id : last + "/" + id;
    }

    public static HttpResponseMessage problem(HttpRequestMessage<?> request, Problem problem) {
        return builder(request, problem).build();
    }

    /** @param wait how long until another attempt makes sense; it is sent in whole seconds, at least one (RFC 9110 §10.2.3) */
    public static HttpResponseMessage retryLater(HttpRequestMessage<?> request, Problem problem, Duration wait) {
        long seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
        return builder(request, problem)
                .header("Retry-After", Long.toString(seconds))
                .build();
    }

    private static HttpResponseMessage.Builder builder(HttpRequestMessage<?> request, Problem problem) {
        return json(request, problem.type().status(), problem.members())
                .header("Content-Type", "application/problem+json");
    }

    private static HttpResponseMessage.Builder json(HttpRequestMessage<?> request, int status, Object body) {
        return request.createResponseBuilder(HttpStatusType.custom(status))
                .header("Content-Type", "application/json")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body(JsonCodec.write(body));
    }
}
