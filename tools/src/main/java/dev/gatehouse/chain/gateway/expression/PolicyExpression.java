package dev.gatehouse.chain.gateway.expression;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A compiled expression with its type.
 *
 * @param uses the members of {@code context} that it reads
 * @param height the nesting depth of its parts, and so of the stack when it is computed
 */
public record PolicyExpression(ExpressionType type, Set<String> uses, int height, Computation evaluation) {
    public PolicyExpression {
        uses = Set.copyOf(uses);
    }

    /** How an expression's value is computed. */
    interface Computation {
        @Nullable
        Object in(Context context);
    }

    /** A value that is known before any call. */
    record Literal(@Nullable Object value) implements Computation {
        @Override
        public @Nullable Object in(Context context) {
            return value;
        }

        /** Leaves out the value, which may be a secret from a named value. */
        @Override
        public String toString() {
            return "a literal";
        }
    }

    /**
     * Reads {@code @(…)}.
     *
     * @param wanted the types that are allowed at this place
     * @throws ExpressionRefused when the text is outside the subset or has a different type
     */
    public static PolicyExpression parse(String text, Set<ExpressionType> wanted) {
        PolicyExpression expression = new Parser(Lexer.read(text)).whole();
        if (!wanted.contains(expression.type)) {
            String titles = wanted.stream().map(ExpressionType::title).sorted().collect(Collectors.joining(" or a "));
            throw new ExpressionRefused(1, "has type " + expression.type.title() + ", expected a " + titles);
        }
        return expression;
    }

    public static PolicyExpression parse(String text, ExpressionType wanted) {
        return parse(text, Set.of(wanted));
    }

    static PolicyExpression of(ExpressionType type, Computation evaluation, PolicyExpression... parts) {
        int height =
                Arrays.stream(parts).mapToInt(PolicyExpression::height).max().orElse(0);
        Set<String> uses =
                Arrays.stream(parts).flatMap(part -> part.uses().stream()).collect(Collectors.toSet());
        return new PolicyExpression(type, uses, height + 1, evaluation);
    }

    /** The same, marked as reading this member of {@code context}. */
    PolicyExpression using(String member) {
        Set<String> more = new HashSet<>(uses);
        more.add(member);
        return new PolicyExpression(type, more, height, evaluation);
    }

    static PolicyExpression literal(ExpressionType type, @Nullable Object value) {
        return of(type, new Literal(value));
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
            throw new ExpressionFailed("a required value is null");
        }
        return value;
    }
}
