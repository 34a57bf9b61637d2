package dev.gatehouse.local.gateway.token;

import dev.gatehouse.token.Redaction;

/**
 * Why a token is refused.
 *
 * @param actual what came, only ever kept redacted
 */
public record TokenFault(TokenReason reason, String expected, String actual) {

    public TokenFault {
        actual = Redaction.of(actual);
    }
}
