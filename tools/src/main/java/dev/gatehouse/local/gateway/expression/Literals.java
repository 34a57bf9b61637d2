package dev.gatehouse.local.gateway.expression;

import java.util.Set;

/** The words that are values by themselves. */
final class Literals {
    private static final Set<String> KEYWORDS = Set.of("true", "false", "null", "context");

    private Literals() {}

    static boolean isKeyword(String name) {
        return KEYWORDS.contains(name);
    }

    static Expression keyword(Lexeme word) {
        return switch (word.text()) {
            case "true" -> Expression.literal(Type.BOOL, true);
            case "false" -> Expression.literal(Type.BOOL, false);
            case "null" -> Expression.literal(Type.NULL, null);
            case "context" -> Expression.of(Type.CONTEXT, context -> context);
            case "string", "String" -> Expression.literal(Type.STRING_CLASS, new StaticClass.OfStrings());
            case "StringComparison" -> Expression.literal(Type.COMPARISON_CLASS, new StaticClass.OfComparisons());
            default -> throw new ExpressionRefused(word.column(), word.shown() + " is not executed");
        };
    }

    /** @param sign what stands before it: a minus or nothing */
    static Expression number(String sign, Lexeme word) {
        try {
            return Expression.literal(Type.INT, Integer.valueOf(sign + word.text()));
        } catch (NumberFormatException notAnInt) {
            throw new ExpressionRefused(word.column(), "of the numbers only decimal ints are executed");
        }
    }
}
