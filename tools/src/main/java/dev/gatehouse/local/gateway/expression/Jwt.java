package dev.gatehouse.local.gateway.expression;

/** A validated token as expressions see it. */
public record Jwt(Claims claims) {}
