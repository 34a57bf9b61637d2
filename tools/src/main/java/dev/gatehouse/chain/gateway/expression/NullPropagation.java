package dev.gatehouse.chain.gateway.expression;

/** The result of a chain after a {@code ?.} that found null. */
enum NullPropagation {
    VALUE
}
