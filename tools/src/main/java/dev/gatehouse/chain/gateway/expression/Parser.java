package dev.gatehouse.chain.gateway.expression;

import java.util.List;

/** The operators of the subset, by C#'s precedence: {@code ?:}, {@code ??}, {@code ||}, {@code &&}, then those of {@link Relations}. */
final class Parser {
    /** Computing an expression needs a few stack frames for each level of its height. */
    private static final int HIGHEST = 300;

    private final TokenStream words;
    private final TypeRules types;
    private final Relations relations;

    Parser(List<Lexeme> all) {
        this.words = new TokenStream(all);
        this.types = new TypeRules(words);
        this.relations = new Relations(words, types, new Operands(words, this::conditional));
    }

    PolicyExpression whole() {
        PolicyExpression expression = conditional();
        if (words.peek().kind() != Lexeme.Kind.END) {
            throw words.refused(words.peek().shown() + " is unexpected here");
        }
        if (expression.height() > HIGHEST) {
            throw words.refused("more than " + HIGHEST + " dependent steps");
        }
        return expression;
    }

    private PolicyExpression conditional() {
        words.down();
        PolicyExpression condition = coalesce();
        PolicyExpression result = words.accept("?") ? choice(condition) : condition;
        words.up();
        return result;
    }

    private PolicyExpression choice(PolicyExpression condition) {
        types.need(ExpressionType.BOOL, condition);
        PolicyExpression yes = conditional();
        words.expect(":");
        PolicyExpression no = conditional();
        return PolicyExpression.of(
                types.common(yes, no),
                context -> (condition.isTrue(context) ? yes : no).evaluation().in(context),
                condition,
                yes,
                no);
    }

    private PolicyExpression coalesce() {
        PolicyExpression left = or();
        if (!words.accept("??")) {
            return left;
        }
        types.nullable(left);
        words.down();
        PolicyExpression right = coalesce();
        words.up();
        return PolicyExpression.of(
                types.coalesced(left, right),
                context -> {
                    Object value = left.evaluation().in(context);
                    return value != null ? value : right.evaluation().in(context);
                },
                left,
                right);
    }

    private PolicyExpression or() {
        PolicyExpression left = and();
        while (words.accept("||")) {
            PolicyExpression first = types.need(ExpressionType.BOOL, left);
            PolicyExpression second = types.need(ExpressionType.BOOL, and());
            left = PolicyExpression.of(
                    ExpressionType.BOOL, context -> first.isTrue(context) || second.isTrue(context), first, second);
        }
        return left;
    }

    private PolicyExpression and() {
        PolicyExpression left = relations.equality();
        while (words.accept("&&")) {
            PolicyExpression first = types.need(ExpressionType.BOOL, left);
            PolicyExpression second = types.need(ExpressionType.BOOL, relations.equality());
            left = PolicyExpression.of(
                    ExpressionType.BOOL, context -> first.isTrue(context) && second.isTrue(context), first, second);
        }
        return left;
    }
}
