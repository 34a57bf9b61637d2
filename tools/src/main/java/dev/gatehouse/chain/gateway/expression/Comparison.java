package dev.gatehouse.chain.gateway.expression;

import java.util.function.UnaryOperator;

/** The values of C#'s {@code StringComparison} that do not depend on a culture. */
enum Comparison {
    ORDINAL(text -> text),
    ORDINAL_IGNORE_CASE(CSharpStrings::folded);

    private final UnaryOperator<String> form;

    Comparison(UnaryOperator<String> form) {
        this.form = form;
    }

    boolean equal(String one, String other) {
        return form.apply(one).equals(form.apply(other));
    }

    boolean starts(String text, String beginning) {
        return form.apply(text).startsWith(form.apply(beginning));
    }

    boolean ends(String text, String ending) {
        return form.apply(text).endsWith(form.apply(ending));
    }

    int index(String text, String part) {
        return form.apply(text).indexOf(form.apply(part));
    }
}
