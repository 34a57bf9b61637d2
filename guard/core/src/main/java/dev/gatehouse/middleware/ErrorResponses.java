package dev.gatehouse.middleware;

import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatusType;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.contract.Requirement;
import dev.gatehouse.json.Json;
import dev.gatehouse.token.Reason;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a caller who is not let in gets: a status, a challenge (RFC 6750 §3), a problem (RFC 9457) with a stable code. */
final class ErrorResponses {
    private final String realm;

    ErrorResponses(String realm) {
        this.realm = realm;
    }

    /** Made with the request's own builder: the worker turns any other response into an empty 200. Empty for an admission. */
    Optional<HttpResponseMessage> of(Decision decision, HttpRequestMessage<?> request, Optional<String> traceId) {
        if (decision instanceof Decision.Refused refused) {
            Reason reason = refused.refusals().get(0).reason();
            HttpResponseMessage.Builder response =
                    problem(request, reason.status(), reason.code(), reason.summary(), traceId);
            headers(reason, refused).forEach(response::header);
            return Optional.of(response.build());
        }
        return decision instanceof Decision.Failed
                ? Optional.of(problem(request, 500, "internal-error", "the guard failed", traceId)
                        .build())
                : Optional.empty();
    }

    private Map<String, String> headers(Reason reason, Decision.Refused refused) {
        Map<String, String> headers = new LinkedHashMap<>();
        Optional<Challenge> challenge = reason == Reason.TOKEN_MISSING
                ? Optional.of(Challenge.of(realm))
                : reason.oauthError().map(error -> Challenge.of(realm).error(error, reason.summary()));
        challenge
                .map(each -> lacksScope(refused) ? each.scope(scopes(refused)) : each)
                .ifPresent(each -> headers.put("WWW-Authenticate", each.toString()));
        if (reason == Reason.KEYS_UNAVAILABLE) {
            headers.put("Retry-After", seconds(refused.retryAfter()));
        }
        if (reason == Reason.METHOD_NOT_ALLOWED) {
            headers.put(
                    "Allow",
                    refused.operations().stream().map(Operation::method).collect(Collectors.joining(", ")));
        }
        return headers;
    }

    private static boolean lacksScope(Decision.Refused refused) {
        return refused.refusals().stream().anyMatch(refusal -> refusal.reason() == Reason.SCOPE_MISSING);
    }

    /** Whole seconds, rounded up, so that no client comes too early (RFC 9110 §10.2.3). */
    private static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
    }

    private static List<String> scopes(Decision.Refused refused) {
        return refused.operations().stream()
                .flatMap(operation -> operation.requirement().stream())
                .map(Requirement::scopes)
                .flatMap(List::stream)
                .toList();
    }

    private static HttpResponseMessage.Builder problem(
            HttpRequestMessage<?> request, int status, String code, String title, Optional<String> traceId) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:gatehouse:problem:" + code);
        problem.put("title", title);
        problem.put("status", status);
        problem.put("help", "docs/troubleshooting.md#" + code);
        traceId.ifPresent(id -> problem.put("traceId", id));
        return request.createResponseBuilder(HttpStatusType.custom(status))
                .header("Content-Type", "application/problem+json")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body(Json.write(problem));
    }

    /** A {@code WWW-Authenticate} value of the Bearer scheme (RFC 6750 §3). It holds nothing that came with the request. */
    private record Challenge(String text) {

        static Challenge of(String realm) {
            return new Challenge("Bearer realm=\"" + realm + "\"");
        }

        Challenge error(String error, String description) {
            return new Challenge(text + ", error=\"" + error + "\", error_description=\"" + description + "\"");
        }

        /** What to ask Entra for; nothing where no scope admits. */
        Challenge scope(List<String> scopes) {
            return scopes.isEmpty() ? this : new Challenge(text + ", scope=\"" + String.join(" ", scopes) + "\"");
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
