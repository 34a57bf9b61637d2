package dev.gatehouse.local.gateway.expression;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;

/** The operators between {@code &&} and the operands: {@code == !=}, {@code < <= > >=}, {@code +}, {@code !}. */
record Relations(Words words, TypeRules types, Operands operands) {
    /** By what {@code Integer.compare} says. */
    private static final Map<String, IntPredicate> ORDERS =
            Map.of("<", sign -> sign < 0, "<=", sign -> sign <= 0, ">", sign -> sign > 0, ">=", sign -> sign >= 0);

    Expression equality() {
        Expression left = relational();
        while (words.peek().is("==") || words.peek().is("!=")) {
            boolean wanted = words.take().is("==");
            Expression first = left;
            Expression second = relational();
            types.comparable(first.type(), second.type());
            left = Expression.of(
                    Type.BOOL,
                    context -> wanted
                            == Objects.equals(
                                    first.evaluation().in(context),
                                    second.evaluation().in(context)),
                    first,
                    second);
        }
        return left;
    }

    private Expression relational() {
        Expression left = additive();
        for (Optional<IntPredicate> order = order(); order.isPresent(); order = order()) {
            IntPredicate holds = order.get();
            words.take();
            Expression first = types.need(Type.INT, left);
            Expression second = types.need(Type.INT, additive());
            left = Expression.of(
                    Type.BOOL,
                    context -> holds.test(Integer.compare(first.number(context), second.number(context))),
                    first,
                    second);
        }
        return left;
    }

    private Optional<IntPredicate> order() {
        Lexeme word = words.peek();
        return word.kind() == Lexeme.Kind.SYMBOL ? Optional.ofNullable(ORDERS.get(word.text())) : Optional.empty();
    }

    private Expression additive() {
        Expression left = unary();
        while (words.accept("+")) {
            Expression first = types.need(Type.STRING, left);
            Expression second = types.need(Type.STRING, unary());
            left = Expression.of(
                    Type.STRING,
                    context -> Text.joined(
                            first.evaluation().in(context), second.evaluation().in(context)),
                    first,
                    second);
        }
        return left;
    }

    private Expression unary() {
        if (!words.accept("!")) {
            return operands.next();
        }
        words.down();
        Expression operand = types.need(Type.BOOL, unary());
        words.up();
        return Expression.of(Type.BOOL, context -> !operand.isTrue(context), operand);
    }
}
