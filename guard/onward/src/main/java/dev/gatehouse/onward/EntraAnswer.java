package dev.gatehouse.onward;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gatehouse.json.Json;
import dev.gatehouse.redaction.Redaction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An error answer of Entra's token endpoint (RFC 6749 §5.2, with Entra's own members). It is decided by {@code error}, {@code
 * suberror}, {@code claims} and numbers, never by the text for people; {@code docs/onward.md} has each case with its source.
 *
 * @param retryAfter the header; blank if it is missing
 */
record EntraAnswer(int status, String retryAfter, String body) {
    /** Where Entra names no time: https://learn.microsoft.com/entra/identity-platform/reference-error-codes asks to retry, not when. */
    static final Duration USUAL_WAIT = Duration.ofSeconds(5);

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;
    private static final int MAX_CLAIMS = 4_096; // they go into a header
    private static final Set<String> TEMPORARY = Set.of("temporarily_unavailable", "server_error");
    private static final Set<String> OF_THE_USER = Set.of("invalid_grant", "interaction_required", "consent_required");

    private static final long CONSENT = 65001;
    private static final long AUDIENCE = 500131;
    /** Not valid any more, or not one to exchange: InvalidAssertion, outside of its times, revoked. */
    private static final Set<Long> OF_THE_TOKEN = Set.of(50013L, 500133L, 50173L);

    private static final Set<String> BAD_TOKEN = Set.of("bad_token", "token_expired");

    /** Whether the same request gets the same answer later. */
    boolean isFinal() {
        return status >= CLIENT_ERROR && status < SERVER_ERROR && status != TOO_MANY_REQUESTS;
    }

    OnwardRefusal refusal(String consentScope) {
        Fields fields = fields();
        return reason(fields, consentScope).because(fields.described(status));
    }

    private OnwardRefusal reason(Fields fields, String consentScope) {
        String error = fields.text("error");
        if (!isFinal() || error.isEmpty() || TEMPORARY.contains(error)) {
            return OnwardRefusal.unavailable(wait(retryAfter));
        }
        return OF_THE_USER.contains(error)
                ? ofTheUser(error, fields, consentScope)
                : OnwardRefusal.of(
                        OnwardReason.MISCONFIGURED); // invalid_client, invalid_scope, unauthorized_client ...
    }

    private static OnwardRefusal ofTheUser(String error, Fields fields, String consentScope) {
        Set<Long> codes = fields.codes();
        String suberror = fields.text("suberror");
        if (error.equals("consent_required") || suberror.equals("consent_required") || codes.contains(CONSENT)) {
            return OnwardRefusal.consent(consentScope);
        }
        String claims = fields.text("claims");
        if (!claims.isEmpty() && claims.length() <= MAX_CLAIMS) {
            return OnwardRefusal.interaction(claims);
        }
        if (codes.contains(AUDIENCE)) {
            return OnwardRefusal.of(OnwardReason.AUDIENCE_MISMATCH);
        }
        return BAD_TOKEN.contains(suberror) || codes.stream().anyMatch(OF_THE_TOKEN::contains)
                ? OnwardRefusal.of(OnwardReason.TOKEN_REJECTED)
                : OnwardRefusal.interaction("");
    }

    /** Seconds (RFC 9110 §10.2.3); Entra sends no dates. */
    static Duration wait(String retryAfter) {
        if (!retryAfter.matches("\\d{1,9}")) {
            return USUAL_WAIT;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(retryAfter));
        return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
    }

    private Fields fields() {
        try {
            return new Fields(Json.read(body) instanceof Map<?, ?> map ? map : Map.of());
        } catch (JsonProcessingException notJson) {
            return new Fields(Map.of()); // such as a proxy's page
        }
    }

    private record Fields(Map<?, ?> members) {

        String text(String name) {
            return members.get(name) instanceof String text ? text : "";
        }

        Set<Long> codes() {
            return members.get("error_codes") instanceof List<?> list
                    ? list.stream()
                            .filter(Number.class::isInstance)
                            .map(code -> ((Number) code).longValue())
                            .collect(Collectors.toSet())
                    : Set.of();
        }

        String described(int status) {
            String codes =
                    codes().stream().sorted().map(code -> " AADSTS" + code).collect(Collectors.joining());
            return "Entra answered " + status + " " + Redaction.of(text("error")) + " "
                    + Redaction.of(text("suberror")) + codes + ", correlation id "
                    + Redaction.of(text("correlation_id"));
        }
    }
}
