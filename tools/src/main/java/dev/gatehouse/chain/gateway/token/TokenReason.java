package dev.gatehouse.chain.gateway.token;

/** API Management's names for what is wrong with a token. */
public enum TokenReason {
    TOKEN_NOT_PRESENT("TokenNotPresent"),
    JWT_INVALID("JwtInvalid"),
    TOKEN_SIGNATURE_KEY_NOT_FOUND("TokenSignatureKeyNotFound"),
    TOKEN_SIGNATURE_INVALID("TokenSignatureInvalid"),
    TOKEN_EXPIRED("TokenExpired"),
    TOKEN_AUDIENCE_NOT_ALLOWED("TokenAudienceNotAllowed"),
    TOKEN_ISSUER_NOT_ALLOWED("TokenIssuerNotAllowed"),
    TOKEN_CLAIM_NOT_FOUND("TokenClaimNotFound"),
    TOKEN_CLAIM_VALUE_NOT_ALLOWED("TokenClaimValueNotAllowed");

    private final String title;

    TokenReason(String title) {
        this.title = title;
    }

    /** The name in {@code context.LastError.Reason}. */
    public String title() {
        return title;
    }
}
