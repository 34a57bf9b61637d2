package dev.gatehouse.chain.gateway.expression;

import static dev.gatehouse.chain.gateway.expression.ExpressionType.BOOL;
import static dev.gatehouse.chain.gateway.expression.ExpressionType.INT;
import static dev.gatehouse.chain.gateway.expression.ExpressionType.OBJECT;
import static dev.gatehouse.chain.gateway.expression.ExpressionType.STRING;

import dev.gatehouse.chain.gateway.expression.MessageMembers.Incoming;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Members of {@code context} and of the values that identify the call. */
final class ContextMembers {
    private static final List<ExpressionType> NOTHING = List.of();
    private static final List<ExpressionType> TEXT = List.of(STRING);

    static final List<Member> ALL = List.of(
            Member.of(
                    Context.class,
                    "Request",
                    NOTHING,
                    ExpressionType.REQUEST,
                    (c, none) -> new Incoming(c.request(), c.call())),
            Member.of(Context.class, "Response", NOTHING, ExpressionType.RESPONSE, (c, none) -> c.response()
                    .orElse(null)),
            Member.of(
                    Context.class,
                    "Variables",
                    NOTHING,
                    ExpressionType.VARIABLES,
                    (c, none) -> new Variables(c.variables())),
            Member.of(Context.class, "RequestId", NOTHING, ExpressionType.GUID, (c, none) -> c.call()
                    .id()),
            Member.of(Context.class, "Api", NOTHING, ExpressionType.API, (c, none) -> c.call()
                    .target()
                    .api()
                    .orElse(null)),
            Member.of(Context.class, "Operation", NOTHING, ExpressionType.OPERATION, (c, none) -> c.call()
                    .target()
                    .operation()
                    .orElse(null)),
            Member.of(Context.class, "Product", NOTHING, ExpressionType.PRODUCT, (c, none) -> c.call()
                    .access()
                    .product()
                    .orElse(null)),
            Member.of(Context.class, "Subscription", NOTHING, ExpressionType.SUBSCRIPTION, (c, none) -> c.call()
                    .access()
                    .subscription()
                    .orElse(null)),
            Member.of(Context.class, LastError.NAME, NOTHING, ExpressionType.LAST_ERROR, (c, none) -> c.lastError()
                    .orElse(null)),
            Member.of(UUID.class, "ToString()", NOTHING, STRING, (id, none) -> id.toString()),
            text(ApiIdentity.class, "Id", ApiIdentity::id),
            text(ApiIdentity.class, "Name", ApiIdentity::name),
            text(ApiIdentity.class, "Path", ApiIdentity::path),
            text(OperationIdentity.class, "Id", OperationIdentity::id),
            text(OperationIdentity.class, "Name", OperationIdentity::name),
            text(OperationIdentity.class, "Method", OperationIdentity::method),
            text(OperationIdentity.class, "UrlTemplate", OperationIdentity::urlTemplate),
            text(Product.class, "Id", Product::id),
            text(Product.class, "Name", Product::name),
            text(Subscription.class, "Id", Subscription::id),
            text(Subscription.class, "Name", Subscription::name),
            text(Subscription.class, "Key", Subscription::key),
            text(LastError.class, "Source", error -> error.cause().source()),
            text(LastError.class, "Reason", error -> error.cause().reason()),
            text(LastError.class, "Message", error -> error.cause().message()),
            place("Scope", place -> Optional.of(place.scope())),
            place("Section", place -> Optional.of(place.section())),
            place("Path", place -> Optional.of(place.path())),
            place("PolicyId", LastError.Place::policyId),
            Member.of(Variables.class, "[]", TEXT, OBJECT, (variables, a) -> variables.get(a.text(0))),
            Member.of(Variables.class, "ContainsKey()", TEXT, BOOL, (v, a) -> v.values()
                    .containsKey(a.text(0))),
            variable("", STRING).inferred(),
            variable("", INT).inferred(),
            variable("", BOOL).inferred(),
            variable("<string>", STRING),
            variable("<int>", INT),
            variable("<bool>", BOOL),
            defaulted("<string>", STRING),
            defaulted("<int>", INT),
            defaulted("<bool>", BOOL),
            defaulted("<Jwt>", ExpressionType.JWT));

    private ContextMembers() {}

    private static <T> Member text(Class<T> owner, String name, Function<T, String> text) {
        return Member.of(owner, name, NOTHING, STRING, (object, none) -> text.apply(object));
    }

    /** Null if the failure is not in a policy. */
    private static Member place(String name, Function<LastError.Place, Optional<String>> text) {
        return Member.of(LastError.class, name, NOTHING, STRING, (error, none) -> error.place()
                .flatMap(text)
                .orElse(null));
    }

    /** {@code GetValueOrDefault} with a default. */
    private static Member variable(String typeArgument, ExpressionType type) {
        String name = "GetValueOrDefault" + typeArgument + "()";
        return Member.of(
                Variables.class, name, List.of(STRING, type), type, (v, a) -> v.find(a.text(0), type, a.orNull(1)));
    }

    /** {@code GetValueOrDefault} with the type's own default. */
    private static Member defaulted(String typeArgument, ExpressionType type) {
        @Nullable Object none = type == INT ? Integer.valueOf(0) : type == BOOL ? Boolean.FALSE : null;
        String name = "GetValueOrDefault" + typeArgument + "()";
        return Member.of(Variables.class, name, TEXT, type, (v, a) -> v.find(a.text(0), type, none));
    }
}
