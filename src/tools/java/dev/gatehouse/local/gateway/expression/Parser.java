package dev.gatehouse.local.gateway.expression;

import java.util.List;
import java.util.Objects;

/** The operators of the subset, by C#'s precedence: {@code ?:}, {@code ??}, {@code ||}, {@code &&}, {@code == !=}, {@code !}. */
final class Parser {
    private final Words words;
    private final Operands operands;

    Parser(List<Lexeme> all) {
        this.words = new Words(all);
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
        need(Type.BOOL, condition);
        Expression yes = conditional();
        words.expect(":");
        Expression no = conditional();
        return new Expression(
                common(yes, no),
                context -> (condition.isTrue(context) ? yes : no).evaluation().in(context));
    }

    private Expression coalesce() {
        Expression left = or();
        if (!words.accept("??")) {
            return left;
        }
        if (!left.type().mayBeNull()) {
            throw words.refused("a " + left.type().title() + " before ?? is never null");
        }
        words.down();
        Expression right = coalesce();
        words.up();
        return new Expression(common(left, right), context -> {
            Object value = left.evaluation().in(context);
            return value != null ? value : right.evaluation().in(context);
        });
    }

    private Expression or() {
        Expression left = and();
        while (words.accept("||")) {
            Expression first = need(Type.BOOL, left);
            Expression second = need(Type.BOOL, and());
            left = new Expression(Type.BOOL, context -> first.isTrue(context) || second.isTrue(context));
        }
        return left;
    }

    private Expression and() {
        Expression left = equality();
        while (words.accept("&&")) {
            Expression first = need(Type.BOOL, left);
            Expression second = need(Type.BOOL, equality());
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
            comparable(first.type(), second.type());
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
        Expression operand = need(Type.BOOL, unary());
        words.up();
        return new Expression(Type.BOOL, context -> !operand.isTrue(context));
    }

    /** Objects are left out: C# would compare them by reference. */
    private void comparable(Type left, Type right) {
        boolean same = left == right && (left == Type.BOOL || left == Type.INT || left == Type.STRING);
        boolean withNull = (left == Type.NULL && right.mayBeNull()) || (right == Type.NULL && left.mayBeNull());
        if (!same && !withNull) {
            throw words.refused("a " + left.title() + " is not compared with a " + right.title());
        }
    }

    private Type common(Expression left, Expression right) {
        boolean leftDecides = left.type() == right.type()
                || (right.type() == Type.NULL && left.type().mayBeNull());
        if (!leftDecides && !(left.type() == Type.NULL && right.type().mayBeNull())) {
            throw words.refused("both sides need one type, not " + left.type().title() + " and "
                    + right.type().title());
        }
        return leftDecides ? left.type() : right.type();
    }

    private Expression need(Type wanted, Expression found) {
        if (found.type() != wanted) {
            throw words.refused(
                    "a " + wanted.title() + " is needed, not a " + found.type().title());
        }
        return found;
    }
}
