package dev.gatehouse.chain.gateway.expression;

/** An operation in expressions. */
public record OperationIdentity(String id, String name, String method, String urlTemplate) {}
