package dev.gatehouse.local.gateway.expression;

import java.util.Map;

/** What {@code context.Variables} holds. */
record Variables(Map<String, Object> values) {

    Object get(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new ExpressionFailed("no variable '" + name + "' has been set");
        }
        return value;
    }
}
