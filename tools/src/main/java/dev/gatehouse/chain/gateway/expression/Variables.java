package dev.gatehouse.chain.gateway.expression;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code context.Variables} holds. */
record Variables(Map<String, @Nullable Object> values) {

    @Nullable
    Object get(String name) {
        if (!values.containsKey(name)) {
            throw new ExpressionFailed("no variable '" + name + "' has been set");
        }
        return values.get(name);
    }

    /** The variable, or the default where there is none. */
    @Nullable
    Object find(String name, ExpressionType type, @Nullable Object otherwise) {
        if (!values.containsKey(name)) {
            return otherwise;
        }
        Object value = values.get(name);
        if (value == null ? !type.mayBeNull() : !type.isHeldBy(value)) {
            throw new ExpressionFailed("variable '" + name + "' is no " + type.title());
        }
        return value;
    }
}
