package dev.gatehouse.local.gateway.expression;

import java.util.EnumSet;
import java.util.Set;

/** Which types the operators take. */
record TypeRules(Words words) {
    private static final Set<Type> COMPARED =
            EnumSet.of(Type.BOOL, Type.INT, Type.CHAR, Type.STRING, Type.NULLABLE_BOOL, Type.NULLABLE_INT);

    /** The expression, when it has this type. */
    Expression need(Type wanted, Expression found) {
        if (found.type() != wanted) {
            throw words.refused(
                    "a " + wanted.title() + " is needed, not a " + found.type().title());
        }
        return found;
    }

    void nullable(Expression found) {
        if (!found.type().mayBeNull() || found.type() == Type.NULL) {
            throw words.refused("a " + found.type().title() + " has no place before ??");
        }
    }

    /** Two objects are refused: C# would compare them by reference. */
    void comparable(Type left, Type right) {
        if (!(left == right && COMPARED.contains(left)) && !left.becomes(right) && !right.becomes(left)) {
            throw words.refused("a " + left.title() + " is not compared with a " + right.title());
        }
    }

    /** The type of a choice between two. */
    Type common(Expression left, Expression right) {
        if ((left.type() == right.type() && left.type() != Type.NULL)
                || right.type().becomes(left.type())) {
            return left.type();
        }
        if (left.type().becomes(right.type())) {
            return right.type();
        }
        throw words.refused("both sides need one type, not " + left.type().title() + " and "
                + right.type().title());
    }

    /** The type of the first, or where it is null the second. */
    Type coalesced(Expression left, Expression right) {
        boolean certain = left.type().orNull().isPresent() && right.type().becomes(left.type());
        return certain && right.type() != Type.NULL ? right.type() : common(left, right);
    }
}
