package dev.gatehouse.chain.gateway.expression;

/** A product as expressions see it. */
public record Product(String id, String name) {}
