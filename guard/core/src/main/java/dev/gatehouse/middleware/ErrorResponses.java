package dev.gatehouse.middleware;

import dev.gatehouse.contract.Requirement;
import dev.gatehouse.token.Reason;
import java.util.List;

/** The table of answers: which status and which challenge each reason gets (RFC 6750 §3.1). */
final class ErrorResponses {
    /** While no keys are known, the next attempt is this many seconds away at most. */
    private static final String RETRY_AFTER_SECONDS = "10";

    private final String realm;

    ErrorResponses(String realm) {
        this.realm = realm;
    }

    Reply reply(Decision.Refused refused) {
        Reason reason = refused.violations().get(0).reason();
        return switch (reason) {
            case MISCONFIGURED -> problem(reason, 503);
            case KEYS_UNAVAILABLE -> keysUnavailable();
            case TOKEN_MISSING -> challenged(reason, 401, Challenge.of(realm));
            case SEVERAL_TOKENS, AUTHORIZATION_MALFORMED, FORWARDED_CALLER_MALFORMED ->
                challenged(reason, 400, challenge("invalid_request", reason));
            case CLIENT_NOT_ALLOWED, PRINCIPAL_NOT_ALLOWED, ROLE_MISSING ->
                challenged(reason, 403, challenge("insufficient_scope", reason));
            case SCOPE_MISSING ->
                challenged(reason, 403, challenge("insufficient_scope", reason).scope(scopes(refused)));
            default -> challenged(reason, 401, challenge("invalid_token", reason));
        };
    }

    static Reply keysUnavailable() {
        return problem(Reason.KEYS_UNAVAILABLE, 503).with("Retry-After", RETRY_AFTER_SECONDS);
    }

    private Challenge challenge(String error, Reason reason) {
        return Challenge.of(realm).error(error, reason.summary());
    }

    private static List<String> scopes(Decision.Refused refused) {
        return refused.requirement().map(Requirement::scopes).orElse(List.of());
    }

    private static Reply challenged(Reason reason, int status, Challenge challenge) {
        return problem(reason, status).with("WWW-Authenticate", challenge.toString());
    }

    private static Reply problem(Reason reason, int status) {
        return Reply.problem(new Problem(reason.code(), status, reason.summary(), List.of()));
    }
}
