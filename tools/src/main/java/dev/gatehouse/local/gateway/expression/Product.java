package dev.gatehouse.local.gateway.expression;

/** A product as expressions see it. */
public record Product(String id, String name) {}
