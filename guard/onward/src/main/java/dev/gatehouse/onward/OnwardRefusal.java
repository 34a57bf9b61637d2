package dev.gatehouse.onward;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import dev.gatehouse.middleware.Challenge;
import dev.gatehouse.middleware.ProblemDetails;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * No token, and what the function's client can do about it.
 *
 * @param headers of the answer, such as {@code WWW-Authenticate}
 * @param members of the answer's body beside the standard ones
 * @param detail for the log: numbers and ids, never a token
 */
public record OnwardRefusal(
        OnwardReason reason, Map<String, String> headers, Map<String, Object> members, String detail)
        implements OnwardResult {
    private static final String INTERACTION = "interaction_required";

    public OnwardRefusal {
        headers = Map.copyOf(headers);
        members = Map.copyOf(members);
    }

    /** For a reason that needs nothing else. */
    public static OnwardRefusal of(OnwardReason reason) {
        return with(reason, challenge(reason), Map.of());
    }

    /**
     * The user, or an administrator, must consent first.
     *
     * @param scope what the client is to ask for: the API's own {@code /.default}, whose consent covers the calls onward
     */
    public static OnwardRefusal consent(String scope) {
        OnwardReason reason = OnwardReason.CONSENT_REQUIRED;
        Challenge challenge = Challenge.because(reason.oauthError(), reason.summary());
        return with(
                reason,
                Map.of("WWW-Authenticate", challenge.scope(List.of(scope)).toString()),
                Map.of("error", INTERACTION, "suberror", "consent_required", "scope", scope));
    }

    /**
     * The user must do more, such as a second factor.
     *
     * @param claims the JSON that the client passes on to Entra; blank where Entra named none, and a new sign-in is all there is
     */
    public static OnwardRefusal interaction(String claims) {
        OnwardReason reason = OnwardReason.INTERACTION_REQUIRED;
        return claims.isBlank()
                ? with(
                        reason,
                        header(Challenge.because("invalid_token", reason.summary())),
                        Map.of("error", INTERACTION))
                : with(
                        reason,
                        header(Challenge.because(reason.oauthError(), reason.summary())
                                .claims(claims)),
                        Map.of("error", INTERACTION, "claims", claims));
    }

    /** Another attempt makes sense after this time. */
    public static OnwardRefusal unavailable(Duration wait) {
        return with(OnwardReason.UNAVAILABLE, Map.of("Retry-After", ProblemDetails.retryAfter(wait)), Map.of());
    }

    /**
     * What the refusal of the API that was called onward means here.
     *
     * @param status other than 2xx
     * @param challenge its {@code WWW-Authenticate}, from which claims are passed on; blank if it is missing
     * @param retryAfter its {@code Retry-After}; blank if it is missing
     */
    public static OnwardRefusal ofApi(int status, String challenge, String retryAfter) {
        OnwardRefusal refusal =
                switch (status) {
                    case 401 ->
                        ClaimsChallenge.claims(challenge)
                                .map(OnwardRefusal::interaction)
                                .orElseGet(() -> of(OnwardReason.TOKEN_REJECTED));
                    case 403 -> of(OnwardReason.FORBIDDEN);
                    default -> unavailable(EntraAnswer.wait(retryAfter));
                };
        return refusal.because("the API called onward answered " + status);
    }

    /** The same with what the operator must know. */
    OnwardRefusal because(String what) {
        return new OnwardRefusal(reason, headers, members, what);
    }

    /** The function's answer: a problem (RFC 9457) with the status and the challenge of the reason. */
    public HttpResponseMessage answer(HttpRequestMessage<?> request, ExecutionContext context) {
        HttpResponseMessage.Builder answer = new ProblemDetails(
                        reason.status(), reason.code(), reason.summary(), new LinkedHashMap<>(members))
                .answer(request, context);
        headers.forEach(answer::header);
        return answer.build();
    }

    private static Map<String, String> challenge(OnwardReason reason) {
        return reason.oauthError().isEmpty()
                ? Map.of()
                : header(Challenge.because(reason.oauthError(), reason.summary()));
    }

    private static Map<String, String> header(Challenge challenge) {
        return Map.of("WWW-Authenticate", challenge.toString());
    }

    private static OnwardRefusal with(OnwardReason reason, Map<String, String> headers, Map<String, Object> members) {
        return new OnwardRefusal(reason, headers, members, "");
    }
}
