package dev.gatehouse.local.gateway.expression;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code context.Variables} holds. */
record Variables(Map<String, Object> values) {

    Object get(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new ExpressionFailed("no variable '" + name + "' has been set");
        }
        return value;
    }

    /** The variable, or the default where there is none. */
    @Nullable
    Object find(String name, Type type, @Nullable Object otherwise) {
        Object value = values.get(name);
        if (value != null && !type.isHeldBy(value)) {
            throw new ExpressionFailed("variable '" + name + "' is no " + type.title());
        }
        return value == null ? otherwise : value;
    }
}
