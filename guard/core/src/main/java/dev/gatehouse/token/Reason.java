package dev.gatehouse.token;

/**
 * Why a call is refused: each constant has one code, which is in the answer, in the log, and a heading of {@code
 * docs/troubleshooting.md}. The order decides: a caller is told the first of several reasons.
 */
public enum Reason {
    MISCONFIGURED("misconfigured", "the app's settings or contract are faulty"),
    TOKEN_MISSING("token-missing", "no bearer token was sent"),
    SEVERAL_TOKENS("several-tokens", "more than one token was sent"),
    AUTHORIZATION_MALFORMED("authorization-malformed", "the Authorization header is not a well-formed bearer token"),
    TOKEN_TOO_LONG("token-too-long", "the token is too long"),
    NOT_A_JWT("not-a-jwt", "the token is not a signed JWT"),
    ALGORITHM_NOT_ALLOWED("algorithm-not-allowed", "the token is not signed with RS256"),
    HEADER_NOT_ALLOWED("header-not-allowed", "the token's header asks for what is not supported"),
    KEY_ID_MISSING("key-id-missing", "the token does not name its key"),
    VERSION_NOT_ACCEPTED("version-not-accepted", "the token's version is not accepted"),
    TENANT_NOT_ALLOWED("tenant-not-allowed", "the token's tenant is not allowed"),
    KEYS_UNAVAILABLE("keys-unavailable", "the issuer's keys could not be read"),
    KEY_UNKNOWN("key-unknown", "the issuer does not publish the token's key"),
    KEY_ISSUER_MISMATCH("key-issuer-mismatch", "the token's key belongs to another issuer"),
    SIGNATURE_INVALID("signature-invalid", "the token's signature does not match"),
    ISSUER_MISMATCH("issuer-mismatch", "the token's issuer is another one"),
    AUDIENCE_MISMATCH("audience-mismatch", "the token is meant for another audience"),
    EXPIRED("token-expired", "the token has expired"),
    NOT_YET_VALID("token-not-yet-valid", "the token is not valid yet"),
    NOT_AN_ACCESS_TOKEN("not-an-access-token", "the token is not an access token"),
    CALLER_UNCLEAR("caller-unclear", "the token does not say whether an app or a user calls"),
    CLAIM_MALFORMED("claim-malformed", "a claim of the token has an unexpected form"),
    CLIENT_NOT_ALLOWED("client-not-allowed", "the client application is not allowed"),
    PRINCIPAL_NOT_ALLOWED("principal-not-allowed", "the principal is not allowed"),
    FORWARDED_CALLER_MALFORMED("forwarded-caller-malformed", "the gateway does not say for whom it calls"),
    ROLE_MISSING("role-missing", "the app lacks the app role that the operation needs"),
    SCOPE_MISSING("scope-missing", "the user's token lacks the scope that the operation needs");

    private final String code;
    private final String summary;

    Reason(String code, String summary) {
        this.code = code;
        this.summary = summary;
    }

    /** The stable name, such as {@code token-expired}. */
    public String code() {
        return code;
    }

    /** One sentence without anything from the token; only characters that RFC 6750 §3 allows in a description. */
    public String summary() {
        return summary;
    }
}
