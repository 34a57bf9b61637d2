package dev.gatehouse.local.gateway.token;

import dev.gatehouse.token.Claims;

/** The outcome of looking at a token's signature. */
public sealed interface TokenCheck {

    /** A token that a key of the tenant has signed. */
    record Genuine(Claims claims, String issuer) implements TokenCheck {}

    /** A token of which nothing may be believed. */
    record Refused(TokenFault fault) implements TokenCheck {}
}
