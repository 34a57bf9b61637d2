package dev.gatehouse.chain.gateway.expression;

/** A class of C# whose static members expressions use. */
sealed interface StaticClass {
    /** {@code string}. */
    record OfStrings() implements StaticClass {}

    /** {@code Regex}. */
    record OfPatterns() implements StaticClass {}

    /** {@code StringComparison}. */
    record OfComparisons() implements StaticClass {}
}
