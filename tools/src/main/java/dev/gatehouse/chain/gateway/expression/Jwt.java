package dev.gatehouse.chain.gateway.expression;

/** A validated token as expressions see it. */
public record Jwt(JwtClaims claims) {}
