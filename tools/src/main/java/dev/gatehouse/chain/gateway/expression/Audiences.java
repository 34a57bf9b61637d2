package dev.gatehouse.chain.gateway.expression;

/** A token's {@code Audiences}, in C# a sequence without length and index. */
record Audiences(Strings values) {}
