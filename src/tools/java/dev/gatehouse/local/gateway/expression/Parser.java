package dev.gatehouse.local.gateway.expression;

import java.util.List;
import java.util.Objects;

/** The operators of the subset, by C#'s precedence: {@code ?:}, {@code ??}, {@code ||}, {@code &&}, {@code == !=}, {@code !}. */
final class Parser {
    private final Words words;
    private final TypeRules types;
    private final Operands operands;

    Parser(List<Lexeme> all) {
        this.words = new Words(all);
        this.types = new TypeRules(words);
        this.operands = new Operands(words, this::conditional);
    }

    Expression whole() {
        Expression expression = conditional();
        if (words.peek().kind() != Lexeme.Kind.END) {
            throw words.refused(words.peek().shown() + " is not expected here");
        }
        return expression;
    }

    private Expression conditional() {
        words.down();
        Expression condition = coalesce();
        Expression result = words.accept("?") ? choice(condition) : condition;
        words.up();
        return result;
    }

    private Expression choice(Expression condition) {
        types.need(Type.BOOL, condition);
        Expression yes = conditional();
        words.expect(":");
        Expression no = conditional();
        return new Expression(
                types.common(yes, no),
                context -> (condition.isTrue(context) ? yes : no).evaluation().in(context));
    }

    private Expression coalesce() {
        Expression left = or();
        if (!words.accept("??")) {
            return left;
        }
        types.nullable(left);
        words.down();
        Expression right = coalesce();
        words.up();
        return new Expression(types.common(left, right), context -> {
            Object value = left.evaluation().in(context);
            return value != null ? value : right.evaluation().in(context);
        });
    }

    private Expression or() {
        Expression left = and();
        while (words.accept("||")) {
            Expression first = types.need(Type.BOOL, left);
            Expression second = types.need(Type.BOOL, and());
            left = new Expression(Type.BOOL, context -> first.isTrue(context) || second.isTrue(context));
        }
        return left;
    }

    private Expression and() {
        Expression left = equality();
        while (words.accept("&&")) {
            Expression first = types.need(Type.BOOL, left);
            Expression second = types.need(Type.BOOL, equality());
            left = new Expression(Type.BOOL, context -> first.isTrue(context) && second.isTrue(context));
        }
        return left;
    }

    private Expression equality() {
        Expression left = unary();
        while (words.peek().is("==") || words.peek().is("!=")) {
            boolean wanted = words.take().is("==");
            Expression first = left;
            Expression second = unary();
            types.comparable(first.type(), second.type());
            left = new Expression(
                    Type.BOOL,
                    context -> wanted
                            == Objects.equals(
                                    first.evaluation().in(context),
                                    second.evaluation().in(context)));
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
        return new Expression(Type.BOOL, context -> !operand.isTrue(context));
    }
}
