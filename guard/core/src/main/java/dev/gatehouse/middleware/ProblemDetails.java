package dev.gatehouse.middleware;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatusType;
import dev.gatehouse.json.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What every refusal says (RFC 9457).
 *
 * @param code the stable name, which is a heading of {@code docs/troubleshooting.md}
 * @param more members beside the standard ones
 */
public record ProblemDetails(int status, String code, String title, Map<String, Object> more) {

    /** The answer, made with the request's own builder: the worker turns any other response into an empty 200. */
    public HttpResponseMessage.Builder answer(HttpRequestMessage<?> request, ExecutionContext context) {
        return answer(request, Correlation.traceId(context));
    }

    HttpResponseMessage.Builder answer(HttpRequestMessage<?> request, Optional<String> traceId) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:gatehouse:problem:" + code);
        problem.put("title", title);
        problem.put("status", status);
        problem.put("help", "docs/troubleshooting.md#" + code);
        problem.putAll(more);
        traceId.ifPresent(id -> problem.put("traceId", id));
        return request.createResponseBuilder(HttpStatusType.custom(status))
                .header("Content-Type", "application/problem+json")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body(Json.write(problem));
    }

    /** Whole seconds, at least one, rounded up, so that no client comes too early (RFC 9110 §10.2.3). */
    public static String retryAfter(Duration wait) {
        return Long.toString(Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
    }
}
