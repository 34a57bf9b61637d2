package dev.gatehouse.local.gateway.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values given to a member. */
record Arguments(List<@Nullable Object> values) {

    static Arguments of(List<Expression> expressions, Context context) {
        List<@Nullable Object> values = new ArrayList<>();
        expressions.forEach(expression -> values.add(expression.evaluation().in(context)));
        return new Arguments(values);
    }

    String text(int index) {
        Object value = values.get(index);
        if (value == null) {
            throw new ExpressionFailed("an argument is null");
        }
        return (String) value;
    }

    @Nullable
    String textOrNull(int index) {
        return (String) values.get(index);
    }

    int number(int index) {
        Object value = values.get(index);
        if (value == null) {
            throw new ExpressionFailed("an argument is null");
        }
        return (Integer) value;
    }
}
