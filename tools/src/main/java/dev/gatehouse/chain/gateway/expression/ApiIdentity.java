package dev.gatehouse.chain.gateway.expression;

/**
 * An API in expressions.
 *
 * @param path its part of every public URL, without slashes around it
 */
public record ApiIdentity(String id, String name, String path) {}
