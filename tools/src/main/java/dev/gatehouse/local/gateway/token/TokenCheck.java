package dev.gatehouse.local.gateway.token;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The outcome of looking at a token's signature. */
public sealed interface TokenCheck {

    /**
     * A token that a trusted key has signed.
     *
     * @param claims as in its JSON
     * @param issuers those it may name; empty where the policy asks for none
     */
    record Genuine(Map<String, Object> claims, Optional<List<String>> issuers) implements TokenCheck {}

    /** A token of which nothing may be believed. */
    record Refused(TokenFault fault) implements TokenCheck {}
}
