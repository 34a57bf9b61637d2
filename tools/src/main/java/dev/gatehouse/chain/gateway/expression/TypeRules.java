package dev.gatehouse.chain.gateway.expression;

import java.util.EnumSet;
import java.util.Set;

/** Which types the operators accept. */
record TypeRules(TokenStream words) {
    private static final Set<ExpressionType> COMPARED = EnumSet.of(
            ExpressionType.BOOL,
            ExpressionType.INT,
            ExpressionType.CHAR,
            ExpressionType.STRING,
            ExpressionType.NULLABLE_BOOL,
            ExpressionType.NULLABLE_INT);

    /** The expression, if it has this type. */
    PolicyExpression need(ExpressionType wanted, PolicyExpression found) {
        if (found.type() != wanted) {
            throw words.refused("a " + wanted.title() + " is required, not a "
                    + found.type().title());
        }
        return found;
    }

    void nullable(PolicyExpression found) {
        if (!found.type().mayBeNull() || found.type() == ExpressionType.NULL) {
            throw words.refused("a " + found.type().title() + " is not supported before ??");
        }
    }

    /** Two objects are refused: C# would compare them by reference. */
    void comparable(ExpressionType left, ExpressionType right) {
        if (!(left == right && COMPARED.contains(left)) && !left.becomes(right) && !right.becomes(left)) {
            throw words.refused("a " + left.title() + " cannot be compared with a " + right.title());
        }
    }

    /** The type of a choice between two. */
    ExpressionType common(PolicyExpression left, PolicyExpression right) {
        if ((left.type() == right.type() && left.type() != ExpressionType.NULL)
                || right.type().becomes(left.type())) {
            return left.type();
        }
        if (left.type().becomes(right.type())) {
            return right.type();
        }
        throw words.refused("both sides must have the same type, not "
                + left.type().title() + " and " + right.type().title());
    }

    /** The type of the first, or of the second if the first is null. */
    ExpressionType coalesced(PolicyExpression left, PolicyExpression right) {
        boolean certain = left.type().orNull().isPresent() && right.type().becomes(left.type());
        return certain && right.type() != ExpressionType.NULL ? right.type() : common(left, right);
    }
}
