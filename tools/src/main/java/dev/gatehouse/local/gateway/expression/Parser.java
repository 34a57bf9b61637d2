package dev.gatehouse.local.gateway.expression;

import java.util.List;

/** The operators of the subset, by C#'s precedence: {@code ?:}, {@code ??}, {@code ||}, {@code &&}, then those of {@link Relations}. */
final class Parser {
    /** Computing an expression takes a few frames of the stack for each step of its height. */
    private static final int HIGHEST = 300;

    private final Words words;
    private final TypeRules types;
    private final Relations relations;

    Parser(List<Lexeme> all) {
        this.words = new Words(all);
        this.types = new TypeRules(words);
        this.relations = new Relations(words, types, new Operands(words, this::conditional));
    }

    Expression whole() {
        Expression expression = conditional();
        if (words.peek().kind() != Lexeme.Kind.END) {
            throw words.refused(words.peek().shown() + " is not expected here");
        }
        if (expression.height() > HIGHEST) {
            throw words.refused("more than " + HIGHEST + " steps that build on one another");
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
        return Expression.of(
                types.common(yes, no),
                context -> (condition.isTrue(context) ? yes : no).evaluation().in(context),
                condition,
                yes,
                no);
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
        return Expression.of(
                types.coalesced(left, right),
                context -> {
                    Object value = left.evaluation().in(context);
                    return value != null ? value : right.evaluation().in(context);
                },
                left,
                right);
    }

    private Expression or() {
        Expression left = and();
        while (words.accept("||")) {
            Expression first = types.need(Type.BOOL, left);
            Expression second = types.need(Type.BOOL, and());
            left = Expression.of(Type.BOOL, context -> first.isTrue(context) || second.isTrue(context), first, second);
        }
        return left;
    }

    private Expression and() {
        Expression left = relations.equality();
        while (words.accept("&&")) {
            Expression first = types.need(Type.BOOL, left);
            Expression second = types.need(Type.BOOL, relations.equality());
            left = Expression.of(Type.BOOL, context -> first.isTrue(context) && second.isTrue(context), first, second);
        }
        return left;
    }
}
