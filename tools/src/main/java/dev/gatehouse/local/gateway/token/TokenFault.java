package dev.gatehouse.local.gateway.token;

import dev.gatehouse.redaction.Redaction;
import dev.gatehouse.token.Violation;

/**
 * Why a token is refused.
 *
 * @param actual what came, only ever kept redacted
 */
public record TokenFault(TokenReason reason, String expected, String actual) {

    public TokenFault {
        actual = Redaction.of(actual);
    }

    /** What the app's token code found wrong with a token's form or signature. */
    static TokenFault of(Violation violation) {
        TokenReason reason =
                switch (violation.reason()) {
                    case SIGNATURE_INVALID -> TokenReason.TOKEN_SIGNATURE_INVALID;
                    case KEY_ISSUER_MISMATCH -> TokenReason.TOKEN_ISSUER_NOT_ALLOWED;
                    case KEY_UNKNOWN, KEYS_UNAVAILABLE -> TokenReason.TOKEN_SIGNATURE_KEY_NOT_FOUND;
                    default -> TokenReason.JWT_INVALID;
                };
        return new TokenFault(reason, violation.expected(), violation.actual());
    }
}
