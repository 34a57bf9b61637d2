package dev.gatehouse.check;

import dev.gatehouse.fixtures.Edited;
import java.util.function.UnaryOperator;

/** One snapshot with one change, and the rule that must find it. */
record Mutation(String rule, String what, String snapshot, UnaryOperator<Edited> spoil) {
    static final String JWT = "main-validate-jwt";
    static final String IDENTITY = "gateway-identity";

    static Mutation main(String rule, String what, UnaryOperator<Edited> spoil) {
        return new Mutation(rule, what, "main", spoil);
    }

    static Mutation jwt(String rule, String what, UnaryOperator<Edited> spoil) {
        return new Mutation(rule, what, JWT, spoil);
    }

    static Mutation identity(String rule, String what, UnaryOperator<Edited> spoil) {
        return new Mutation(rule, what, IDENTITY, spoil);
    }

    Edited changed() {
        return spoil.apply(Edited.of(snapshot));
    }

    @Override
    public String toString() {
        return rule + ": " + what;
    }
}
