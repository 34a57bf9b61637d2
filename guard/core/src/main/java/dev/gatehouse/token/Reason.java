package dev.gatehouse.token;

import java.util.Optional;

/**
 * Why a call is refused: each constant has one code, which is in the answer, in the log, and a heading of {@code
 * docs/troubleshooting.md}. The order decides: a caller gets the first of several reasons.
 */
public enum Reason implements CheckId {
    MISCONFIGURED(503, "", "misconfigured", "settings", "the app's settings or contract are faulty"),
    METHOD_NOT_ALLOWED(405, "", "method-not-allowed", "method", "the operation does not answer this method"),
    TOKEN_MISSING(401, "", "token-missing", "bearer token", "no bearer token was sent"),
    SEVERAL_TOKENS(400, "invalid_request", "several-tokens", "bearer token", "more than one token was sent"),
    AUTHORIZATION_MALFORMED(
            400,
            "invalid_request",
            "authorization-malformed",
            "bearer token",
            "the Authorization header is not a well-formed bearer token"),
    TOKEN_TOO_LONG(401, "invalid_token", "token-too-long", "form", "the token is too long"),
    NOT_A_JWT(401, "invalid_token", "not-a-jwt", "form", "the token is not a signed JWT"),
    ALGORITHM_NOT_ALLOWED(
            401, "invalid_token", "algorithm-not-allowed", "header", "the token is not signed with RS256"),
    HEADER_NOT_ALLOWED(
            401, "invalid_token", "header-not-allowed", "header", "the token's header asks for what is not supported"),
    KEY_ID_MISSING(401, "invalid_token", "key-id-missing", "header", "the token does not name its key"),
    VERSION_NOT_ACCEPTED(
            401, "invalid_token", "version-not-accepted", "version (ver)", "the token's version is not accepted"),
    TENANT_NOT_ALLOWED(401, "invalid_token", "tenant-not-allowed", "tenant (tid)", "the token's tenant is not allowed"),
    KEYS_UNAVAILABLE(503, "", "keys-unavailable", "signature", "the issuer's keys could not be read"),
    KEY_UNKNOWN(401, "invalid_token", "key-unknown", "signature", "the issuer does not publish the token's key"),
    KEY_ISSUER_MISMATCH(
            401, "invalid_token", "key-issuer-mismatch", "signature", "the token's key belongs to another issuer"),
    SIGNATURE_INVALID(401, "invalid_token", "signature-invalid", "signature", "the token's signature does not match"),
    ISSUER_MISMATCH(
            401, "invalid_token", "issuer-mismatch", "issuer (iss)", "the token was issued by a different issuer"),
    AUDIENCE_MISMATCH(
            401, "invalid_token", "audience-mismatch", "audience (aud)", "the token is meant for another audience"),
    EXPIRED(401, "invalid_token", "token-expired", "expiry (exp)", "the token has expired"),
    NOT_YET_VALID(401, "invalid_token", "token-not-yet-valid", "start (nbf, iat)", "the token is not valid yet"),
    NOT_AN_ACCESS_TOKEN(
            401, "invalid_token", "not-an-access-token", "access token", "the token is not an access token"),
    CALLER_UNCLEAR(
            401,
            "invalid_token",
            "caller-unclear",
            "app or user",
            "the token does not say whether an app or a user calls"),
    CLAIM_MALFORMED(
            401,
            "invalid_token",
            "claim-malformed",
            "form of the claims",
            "a claim of the token has an unexpected form"),
    CLIENT_NOT_ALLOWED(
            403,
            "insufficient_scope",
            "client-not-allowed",
            "client application",
            "the client application is not allowed"),
    PRINCIPAL_NOT_ALLOWED(
            403, "insufficient_scope", "principal-not-allowed", "principal (oid)", "the principal is not allowed"),
    FORWARDED_CALLER_MALFORMED(
            400,
            "invalid_request",
            "forwarded-caller-malformed",
            "forwarded caller",
            "the gateway does not say for whom it calls"),
    ROLE_MISSING(
            403, "insufficient_scope", "role-missing", "role", "the caller lacks the role that the operation needs"),
    SCOPE_MISSING(
            403,
            "insufficient_scope",
            "scope-missing",
            "scope",
            "the user's token lacks the scope that the operation needs");

    private final int status;
    private final String oauthError;
    private final String code;
    private final String title;
    private final String summary;

    Reason(int status, String oauthError, String code, String title, String summary) {
        this.status = status;
        this.oauthError = oauthError;
        this.code = code;
        this.title = title;
        this.summary = summary;
    }

    /** The answer's HTTP status (RFC 6750 §3.1, RFC 9110 §15). */
    public int status() {
        return status;
    }

    /** The error code of the challenge (RFC 6750 §3.1); empty where the answer has none. */
    public Optional<String> oauthError() {
        return oauthError.isEmpty() ? Optional.empty() : Optional.of(oauthError);
    }

    /** The stable name, such as {@code token-expired}. */
    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Optional<Reason> reason() {
        return Optional.of(this);
    }

    /** One sentence without anything from the token; only characters that RFC 6750 §3 allows in a description. */
    public String summary() {
        return summary;
    }
}
