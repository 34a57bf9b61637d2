package dev.gatehouse.chain.gateway.expression;

/** A token's {@code Audiences}, which C# knows as a sequence without length and index. */
record Audiences(Strings values) {}
