package dev.gatehouse.chain.gateway.expression;

/** A product in expressions. */
public record Product(String id, String name) {}
