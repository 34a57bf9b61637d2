package dev.gatehouse.chain.gateway.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values given to a member. */
record MemberArguments(List<@Nullable Object> values) {

    static MemberArguments of(List<PolicyExpression> expressions, Context context) {
        List<@Nullable Object> values = new ArrayList<>();
        expressions.forEach(expression -> values.add(expression.evaluation().in(context)));
        return new MemberArguments(values);
    }

    String text(int index) {
        return (String) some(index);
    }

    @Nullable
    String textOrNull(int index) {
        return (String) values.get(index);
    }

    Strings strings(int index) {
        return (Strings) some(index);
    }

    int number(int index) {
        return (Integer) some(index);
    }

    char character(int index) {
        return (Character) some(index);
    }

    Comparison comparison(int index) {
        return (Comparison) some(index);
    }

    @Nullable
    Object orNull(int index) {
        return values.get(index);
    }

    private Object some(int index) {
        Object value = values.get(index);
        if (value == null) {
            throw new ExpressionFailed("an argument is null");
        }
        return value;
    }
}
