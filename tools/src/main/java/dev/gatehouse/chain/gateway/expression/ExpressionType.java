package dev.gatehouse.chain.gateway.expression;

import dev.gatehouse.chain.gateway.expression.Jwt.Audiences;
import dev.gatehouse.chain.gateway.expression.Member.NullPropagation;
import dev.gatehouse.chain.gateway.expression.MessageMembers.Incoming;
import dev.gatehouse.chain.gateway.expression.MessageMembers.Parameters;
import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.http.QueryString;
import dev.gatehouse.chain.http.Response;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The types an expression may have, by their names in C#. */
public enum ExpressionType {
    BOOL("bool", Boolean.class),
    INT("int", Integer.class),
    CHAR("char", Character.class),
    STRING("string", String.class),
    STRINGS("string[]", Strings.class),
    NULL("null", Void.class),
    OBJECT("object", Object.class),
    NULLABLE_BOOL("bool?", NullPropagation.class),
    NULLABLE_INT("int?", NullPropagation.class),
    GUID("Guid", UUID.class),
    STRING_CLASS("string (the class)", StaticClass.OfStrings.class),
    PATTERN_CLASS("Regex (the class)", StaticClass.OfPatterns.class),
    COMPARISON_CLASS("StringComparison (the enum)", StaticClass.OfComparisons.class),
    COMPARISON("StringComparison", Comparison.class),
    JWT("Jwt", Jwt.class),
    CLAIMS("Jwt.Claims", JwtClaims.class),
    AUDIENCES("Jwt.Audiences", Audiences.class),
    CONTEXT("context", Context.class),
    VARIABLES("context.Variables", Variables.class),
    REQUEST("context.Request", Incoming.class),
    RESPONSE("context.Response", Response.class),
    HEADERS("Headers", Headers.class),
    URL("url", Url.class),
    QUERY("Query", QueryString.class),
    PARAMETERS("context.Request.MatchedParameters", Parameters.class),
    API("context.Api", ApiIdentity.class),
    OPERATION("context.Operation", OperationIdentity.class),
    PRODUCT("context.Product", Product.class),
    SUBSCRIPTION("context.Subscription", Subscription.class),
    LAST_ERROR("context.LastError", LastError.class);

    private static final Set<ExpressionType> NULLABLE = EnumSet.of(
            NULL,
            STRING,
            STRINGS,
            OBJECT,
            NULLABLE_BOOL,
            NULLABLE_INT,
            JWT,
            CLAIMS,
            AUDIENCES,
            API,
            OPERATION,
            PRODUCT,
            SUBSCRIPTION,
            LAST_ERROR);

    private final String title;
    private final Class<?> javaType;

    ExpressionType(String title, Class<?> javaType) {
        this.title = title;
        this.javaType = javaType;
    }

    /** The type's name in C#. */
    public String title() {
        return title;
    }

    static ExpressionType of(Class<?> javaType) {
        return Arrays.stream(values())
                .filter(type -> type.javaType == javaType)
                .findFirst()
                .orElseThrow();
    }

    boolean isHeldBy(Object value) {
        return javaType.isInstance(value);
    }

    boolean mayBeNull() {
        return NULLABLE.contains(this);
    }

    /** The type after {@code ?.}; empty if it is not supported there. */
    Optional<ExpressionType> orNull() {
        return switch (this) {
            case BOOL -> Optional.of(NULLABLE_BOOL);
            case INT -> Optional.of(NULLABLE_INT);
            default -> mayBeNull() ? Optional.of(this) : Optional.empty();
        };
    }

    /** Whether C# converts one type to the other implicitly. */
    boolean becomes(ExpressionType other) {
        return (this == NULL && other != NULL && other.mayBeNull())
                || (this == BOOL && other == NULLABLE_BOOL)
                || (this == INT && other == NULLABLE_INT);
    }
}
