package dev.gatehouse.chain.gateway.expression;

/** An operation as expressions see it. */
public record OperationIdentity(String id, String name, String method, String urlTemplate) {}
