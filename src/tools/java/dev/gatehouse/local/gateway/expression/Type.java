package dev.gatehouse.local.gateway.expression;

import dev.gatehouse.local.http.Headers;
import dev.gatehouse.local.http.Request;
import java.util.Arrays;

/** The types an expression may have, by their names in C#. */
public enum Type {
    BOOL("bool", Boolean.class),
    INT("int", Integer.class),
    STRING("string", String.class),
    STRINGS("string[]", Strings.class),
    NULL("null", Void.class),
    OBJECT("object", Object.class),
    JWT("Jwt", Jwt.class),
    CLAIMS("Jwt.Claims", Claims.class),
    CONTEXT("context", Context.class),
    VARIABLES("context.Variables", Variables.class),
    REQUEST("context.Request", Request.class),
    HEADERS("context.Request.Headers", Headers.class),
    SUBSCRIPTION("context.Subscription", Subscription.class),
    LAST_ERROR("context.LastError", LastError.class);

    private final String title;
    private final Class<?> javaType;

    Type(String title, Class<?> javaType) {
        this.title = title;
        this.javaType = javaType;
    }

    /** The type's name as a policy's author writes it. */
    public String title() {
        return title;
    }

    static Type of(Class<?> javaType) {
        return Arrays.stream(values())
                .filter(type -> type.javaType == javaType)
                .findFirst()
                .orElseThrow();
    }

    boolean isHeldBy(Object value) {
        return javaType.isInstance(value);
    }

    boolean mayBeNull() {
        return this == NULL || this == STRING || this == OBJECT || this == JWT;
    }
}
