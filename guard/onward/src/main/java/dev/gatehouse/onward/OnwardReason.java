package dev.gatehouse.onward;

/**
 * Why there is no token for a call onward: each constant has one code, which is in the answer, in the log, and a heading of {@code
 * docs/troubleshooting.md}. What Entra answers in each case, with its source, is in {@code docs/onward.md}.
 */
public enum OnwardReason {
    /** An app alone has no user on whose behalf to call. */
    USER_MISSING(403, "insufficient_scope", "onward-user-missing", "the operation needs a user, and an app calls"),
    /** The gateway calls with its own identity and keeps the user's token. */
    TOKEN_NOT_FORWARDED(503, "", "onward-token-not-forwarded", "the gateway does not forward the user's token"),
    /** Settings, contract or registration: only the operator can change it. */
    MISCONFIGURED(503, "", "onward-misconfigured", "the app cannot ask for a token onward"),
    /** AADSTS500131: the user's token is meant for another registration than the app's. */
    AUDIENCE_MISMATCH(503, "", "onward-audience-mismatch", "the app's registration is not the one of the user's token"),
    /** AADSTS65001. */
    CONSENT_REQUIRED(
            403, "insufficient_scope", "onward-consent-required", "the user has not consented to the call onward"),
    /** Conditional Access and multi-factor authentication: AADSTS50076, 50079, 53000 and more. */
    INTERACTION_REQUIRED(
            401, "insufficient_claims", "onward-interaction-required", "the user must sign in again and do more"),
    /** AADSTS50013, 500133, 50173: expired, revoked or not usable for an exchange. */
    TOKEN_REJECTED(401, "invalid_token", "onward-token-rejected", "Entra does not exchange the user's token"),
    /** The API called onward answered 403: the user may not do this there. */
    FORBIDDEN(
            403,
            "insufficient_scope",
            "onward-forbidden",
            "the user is not allowed to do this at the API called onward"),
    /** Time-outs, outages, throttling, and answers that cannot be read. */
    UNAVAILABLE(503, "", "onward-unavailable", "no token could be obtained now");

    private final int status;
    private final String oauthError;
    private final String code;
    private final String summary;

    OnwardReason(int status, String oauthError, String code, String summary) {
        this.status = status;
        this.oauthError = oauthError;
        this.code = code;
        this.summary = summary;
    }

    /** The answer's HTTP status (RFC 6750 §3.1, RFC 9110 §15). */
    public int status() {
        return status;
    }

    /** The error code of the challenge; empty where the answer has none. */
    String oauthError() {
        return oauthError;
    }

    /** The stable name, such as {@code onward-consent-required}. */
    public String code() {
        return code;
    }

    /** One sentence; only characters that RFC 6750 §3 allows in a description. */
    public String summary() {
        return summary;
    }
}
