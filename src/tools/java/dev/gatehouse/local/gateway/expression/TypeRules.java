package dev.gatehouse.local.gateway.expression;

/** Which types the operators take. */
record TypeRules(Words words) {

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
        boolean same = left == right && (left == Type.BOOL || left == Type.INT || left == Type.STRING);
        if (!same && !fits(left, right) && !fits(right, left)) {
            throw words.refused("a " + left.title() + " is not compared with a " + right.title());
        }
    }

    /** The type of a choice between two. */
    Type common(Expression left, Expression right) {
        if ((left.type() == right.type() && left.type() != Type.NULL) || fits(right.type(), left.type())) {
            return left.type();
        }
        if (fits(left.type(), right.type())) {
            return right.type();
        }
        throw words.refused("both sides need one type, not " + left.type().title() + " and "
                + right.type().title());
    }

    private static boolean fits(Type from, Type to) {
        return from == Type.NULL && to != Type.NULL && to.mayBeNull();
    }
}
