package dev.gatehouse.chain.gateway.expression;

import java.util.Set;

/** Reads literals. */
final class Literals {
    private static final Set<String> KEYWORDS = Set.of("true", "false", "null", "context");

    private Literals() {}

    static boolean isKeyword(String name) {
        return KEYWORDS.contains(name);
    }

    static PolicyExpression keyword(Lexeme word) {
        return switch (word.text()) {
            case "true" -> PolicyExpression.literal(ExpressionType.BOOL, true);
            case "false" -> PolicyExpression.literal(ExpressionType.BOOL, false);
            case "null" -> PolicyExpression.literal(ExpressionType.NULL, null);
            case "context" -> PolicyExpression.of(ExpressionType.CONTEXT, context -> context);
            case "string", "String" ->
                PolicyExpression.literal(ExpressionType.STRING_CLASS, new StaticClass.OfStrings());
            case "Regex" -> PolicyExpression.literal(ExpressionType.PATTERN_CLASS, new StaticClass.OfPatterns());
            case "StringComparison" ->
                PolicyExpression.literal(ExpressionType.COMPARISON_CLASS, new StaticClass.OfComparisons());
            default -> throw new ExpressionRefused(word.column(), word.shown() + " is not supported");
        };
    }

    /** @param sign a minus in front of it, or empty */
    static PolicyExpression number(String sign, Lexeme word) {
        try {
            return PolicyExpression.literal(ExpressionType.INT, Integer.valueOf(sign + word.text()));
        } catch (NumberFormatException notAnInt) {
            throw new ExpressionRefused(word.column(), "only decimal ints are supported as numbers");
        }
    }
}
