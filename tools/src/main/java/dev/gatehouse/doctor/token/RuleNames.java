package dev.gatehouse.doctor.token;

import dev.gatehouse.token.Reason;

/** What the guard's rules are called; several reasons can be of one rule. */
final class RuleNames {
    private RuleNames() {}

    static String of(Reason reason) {
        return switch (reason) {
            case NOT_A_JWT, TOKEN_TOO_LONG -> "form";
            case ALGORITHM_NOT_ALLOWED, HEADER_NOT_ALLOWED, KEY_ID_MISSING -> "header";
            case VERSION_NOT_ACCEPTED -> "version (ver)";
            case TENANT_NOT_ALLOWED -> "tenant (tid)";
            case KEYS_UNAVAILABLE, KEY_UNKNOWN, KEY_ISSUER_MISMATCH, SIGNATURE_INVALID -> "signature";
            case ISSUER_MISMATCH -> "issuer (iss)";
            case AUDIENCE_MISMATCH -> "audience (aud)";
            case EXPIRED -> "expiry (exp)";
            case NOT_YET_VALID -> "start (nbf)";
            case NOT_AN_ACCESS_TOKEN -> "an access token";
            case CALLER_UNCLEAR -> "who calls is clear";
            case CLAIM_MALFORMED -> "roles' form";
            case CLIENT_NOT_ALLOWED -> "client application";
            case PRINCIPAL_NOT_ALLOWED -> "principal (oid)";
            default -> reason.code();
        };
    }
}
