package dev.gatehouse.local.gateway.expression;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A compiled expression with its type.
 *
 * @param uses the members of {@code context} that it is made of
 * @param height how deep its parts are nested, which is how deep the stack gets when it is computed
 */
public record Expression(Type type, Set<String> uses, int height, Evaluation evaluation) {
    public Expression {
        uses = Set.copyOf(uses);
    }

    /** How an expression's value comes about. */
    interface Evaluation {
        @Nullable
        Object in(Context context);
    }

    /**
     * Reads {@code @(…)}.
     *
     * @param wanted the types that the place of the expression takes
     * @throws ExpressionRefused when the text is outside the subset or of another type
     */
    public static Expression parse(String text, Set<Type> wanted) {
        Expression expression = new Parser(Lexer.read(text)).whole();
        if (!wanted.contains(expression.type)) {
            String titles = wanted.stream().map(Type::title).sorted().collect(Collectors.joining(" or a "));
            throw new ExpressionRefused(1, "is " + expression.type.title() + ", but here stands a " + titles);
        }
        return expression;
    }

    public static Expression parse(String text, Type wanted) {
        return parse(text, Set.of(wanted));
    }

    static Expression of(Type type, Evaluation evaluation, Expression... parts) {
        int height = Arrays.stream(parts).mapToInt(Expression::height).max().orElse(0);
        Set<String> uses =
                Arrays.stream(parts).flatMap(part -> part.uses().stream()).collect(Collectors.toSet());
        return new Expression(type, uses, height + 1, evaluation);
    }

    /** The same, known to be made of this member of {@code context}. */
    Expression using(String member) {
        Set<String> more = new HashSet<>(uses);
        more.add(member);
        return new Expression(type, more, height, evaluation);
    }

    static Expression literal(Type type, @Nullable Object value) {
        return of(type, context -> value);
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

    /**
     * The value of an expression that is used as an int.
     *
     * @throws ExpressionFailed where C# would throw
     */
    public int number(Context context) {
        return (Integer) some(context);
    }

    /**
     * The value of an expression.
     *
     * @throws ExpressionFailed where C# would throw
     */
    public @Nullable Object orNull(Context context) {
        return evaluation.in(context);
    }

    /**
     * The value of an expression that may not be null.
     *
     * @throws ExpressionFailed where C# would throw
     */
    public Object some(Context context) {
        Object value = evaluation.in(context);
        if (value == null) {
            throw new ExpressionFailed("a value is null where one is needed");
        }
        return value;
    }
}
