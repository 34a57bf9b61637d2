package dev.gatehouse.chain.gateway.expression;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The content of {@code context.Variables}. */
record Variables(Map<String, @Nullable Object> values) {

    @Nullable
    Object get(String name) {
        if (!values.containsKey(name)) {
            throw new ExpressionFailed("variable '" + name + "' has not been set");
        }
        return values.get(name);
    }

    /** The variable, or the default if it is not set. */
    @Nullable
    Object find(String name, ExpressionType type, @Nullable Object otherwise) {
        if (!values.containsKey(name)) {
            return otherwise;
        }
        Object value = values.get(name);
        if (value == null ? !type.mayBeNull() : !type.isHeldBy(value)) {
            throw new ExpressionFailed("variable '" + name + "' is not of type " + type.title());
        }
        return value;
    }
}
