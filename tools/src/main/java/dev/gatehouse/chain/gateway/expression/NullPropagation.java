package dev.gatehouse.chain.gateway.expression;

/** What a chain gives from a {@code ?.} on, when there is nothing to go on with. */
enum NullPropagation {
    VALUE
}
