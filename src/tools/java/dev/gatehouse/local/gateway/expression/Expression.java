package dev.gatehouse.local.gateway.expression;

import org.jspecify.annotations.Nullable;

/** A compiled expression with its type. */
public record Expression(Type type, Evaluation evaluation) {

    /** How an expression's value comes about. */
    interface Evaluation {
        @Nullable
        Object in(Context context);
    }

    /**
     * Reads {@code @(…)}.
     *
     * @param wanted the type that the place of the expression needs
     * @throws ExpressionRefused when the text is outside the subset or of another type
     */
    public static Expression parse(String text, Type wanted) {
        Expression expression = new Parser(Lexer.read(text)).whole();
        if (expression.type != wanted) {
            throw new ExpressionRefused(1, "is " + expression.type.title() + ", but here stands a " + wanted.title());
        }
        return expression;
    }

    /**
     * The value of an expression that is used as a bool.
     *
     * @throws ExpressionFailed where C# would throw
     */
    public boolean isTrue(Context context) {
        return (Boolean) some(context);
    }

    /**
     * The value of an expression that is used as a string.
     *
     * @throws ExpressionFailed where C# would throw
     */
    public String text(Context context) {
        return (String) some(context);
    }

    Object some(Context context) {
        Object value = evaluation.in(context);
        if (value == null) {
            throw new ExpressionFailed("a value is null where one is needed");
        }
        return value;
    }

    static Expression literal(Type type, @Nullable Object value) {
        return new Expression(type, context -> value);
    }
}
