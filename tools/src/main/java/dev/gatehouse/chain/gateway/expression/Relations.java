package dev.gatehouse.chain.gateway.expression;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;

/** The operators between {@code &&} and the operands: {@code == !=}, {@code < <= > >=}, {@code +}, {@code !}. */
record Relations(TokenStream words, TypeRules types, Operands operands) {
    /** By the result of {@code Integer.compare}. */
    private static final Map<String, IntPredicate> ORDERS =
            Map.of("<", sign -> sign < 0, "<=", sign -> sign <= 0, ">", sign -> sign > 0, ">=", sign -> sign >= 0);

    PolicyExpression equality() {
        PolicyExpression left = relational();
        while (words.peek().is("==") || words.peek().is("!=")) {
            boolean wanted = words.take().is("==");
            PolicyExpression first = left;
            PolicyExpression second = relational();
            types.comparable(first.type(), second.type());
            left = PolicyExpression.of(
                    ExpressionType.BOOL,
                    context -> wanted
                            == Objects.equals(
                                    first.evaluation().in(context),
                                    second.evaluation().in(context)),
                    first,
                    second);
        }
        return left;
    }

    private PolicyExpression relational() {
        PolicyExpression left = additive();
        for (Optional<IntPredicate> order = order(); order.isPresent(); order = order()) {
            IntPredicate holds = order.get();
            words.take();
            PolicyExpression first = types.need(ExpressionType.INT, left);
            PolicyExpression second = types.need(ExpressionType.INT, additive());
            left = PolicyExpression.of(
                    ExpressionType.BOOL,
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

    private PolicyExpression additive() {
        PolicyExpression left = unary();
        while (words.accept("+")) {
            PolicyExpression first = types.need(ExpressionType.STRING, left);
            PolicyExpression second = types.need(ExpressionType.STRING, unary());
            left = PolicyExpression.of(
                    ExpressionType.STRING,
                    context -> CSharpStrings.joined(
                            first.evaluation().in(context), second.evaluation().in(context)),
                    first,
                    second);
        }
        return left;
    }

    private PolicyExpression unary() {
        if (!words.accept("!")) {
            return operands.next();
        }
        words.down();
        PolicyExpression operand = types.need(ExpressionType.BOOL, unary());
        words.up();
        return PolicyExpression.of(ExpressionType.BOOL, context -> !operand.isTrue(context), operand);
    }
}
