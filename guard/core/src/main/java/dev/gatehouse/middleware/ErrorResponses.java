package dev.gatehouse.middleware;

import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.contract.Requirement;
import dev.gatehouse.token.Reason;
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
                    problem(reason.status(), reason.code(), reason.summary()).answer(request, traceId);
            headers(reason, refused).forEach(response::header);
            return Optional.of(response.build());
        }
        return decision instanceof Decision.Failed
                ? Optional.of(problem(500, "internal-error", "the guard failed")
                        .answer(request, traceId)
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
            headers.put("Retry-After", ProblemDetails.retryAfter(refused.retryAfter()));
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

    private static List<String> scopes(Decision.Refused refused) {
        return refused.operations().stream()
                .flatMap(operation -> operation.requirement().stream())
                .map(Requirement::scopes)
                .flatMap(List::stream)
                .toList();
    }

    private static ProblemDetails problem(int status, String code, String title) {
        return new ProblemDetails(status, code, title, Map.of());
    }
}
