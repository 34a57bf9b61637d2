package dev.gatehouse.chain.gateway.expression;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Casts of values in {@code context.Variables}. */
record Casts(TokenStream words) {
    private static final Map<String, ExpressionType> TYPES = Map.of(
            "Jwt",
            ExpressionType.JWT,
            "string",
            ExpressionType.STRING,
            "int",
            ExpressionType.INT,
            "bool",
            ExpressionType.BOOL);

    boolean isNext() {
        Lexeme name = words.peek(1);
        return words.peek().is("(")
                && words.peek(2).is(")")
                && name.kind() == Lexeme.Kind.NAME
                && !Literals.isKeyword(name.text());
    }

    /** @param operands reads the operand of the cast */
    PolicyExpression next(Supplier<PolicyExpression> operands) {
        words.take();
        Lexeme name = words.take();
        words.take();
        ExpressionType type = TYPES.get(name.text());
        if (type == null) {
            throw new ExpressionRefused(
                    name.column(),
                    "a cast to " + name.shown() + " is not supported; use (Jwt), (string), (int) or (bool)");
        }
        words.down();
        PolicyExpression operand = operands.get();
        words.up();
        if (operand.type() != ExpressionType.OBJECT && operand.type() != type) {
            throw words.refused("a " + operand.type().title() + " cannot be cast to " + type.title());
        }
        return PolicyExpression.of(
                type, context -> held(type, operand.evaluation().in(context)), operand);
    }

    /** Null stays null, except for a value type. */
    private static @Nullable Object held(ExpressionType type, @Nullable Object value) {
        if (value == null ? !type.mayBeNull() : !type.isHeldBy(value)) {
            throw new ExpressionFailed("the value is not of type " + type.title());
        }
        return value;
    }
}
