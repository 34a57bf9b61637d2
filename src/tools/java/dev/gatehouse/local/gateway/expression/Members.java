package dev.gatehouse.local.gateway.expression;

import static dev.gatehouse.local.gateway.expression.Type.BOOL;
import static dev.gatehouse.local.gateway.expression.Type.CLAIMS;
import static dev.gatehouse.local.gateway.expression.Type.HEADERS;
import static dev.gatehouse.local.gateway.expression.Type.INT;
import static dev.gatehouse.local.gateway.expression.Type.LAST_ERROR;
import static dev.gatehouse.local.gateway.expression.Type.OBJECT;
import static dev.gatehouse.local.gateway.expression.Type.REQUEST;
import static dev.gatehouse.local.gateway.expression.Type.STRING;
import static dev.gatehouse.local.gateway.expression.Type.STRINGS;
import static dev.gatehouse.local.gateway.expression.Type.SUBSCRIPTION;
import static dev.gatehouse.local.gateway.expression.Type.VARIABLES;

import dev.gatehouse.local.http.Headers;
import dev.gatehouse.local.http.Request;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every member that expressions may use; whatever is not here is refused when a policy is loaded. */
final class Members {
    private static final List<Type> NOTHING = List.of();
    private static final List<Type> TEXT = List.of(STRING);
    private static final List<Type> TWO_TEXTS = List.of(STRING, STRING);

    static final List<Member> ALL = List.of(
            Member.of(Context.class, "Request", NOTHING, REQUEST, (context, none) -> context.request()),
            Member.of(Context.class, "Variables", NOTHING, VARIABLES, (c, none) -> new Variables(c.variables())),
            Member.of(Context.class, "Subscription", NOTHING, SUBSCRIPTION, (c, none) -> c.subscription()
                    .map(Subscription::new)
                    .orElse(null)),
            Member.of(Context.class, LastError.NAME, NOTHING, LAST_ERROR, (context, none) -> context.lastError()
                    .orElse(null)),
            Member.of(LastError.class, "Source", NOTHING, STRING, (e, none) -> e.cause()
                    .source()),
            Member.of(LastError.class, "Reason", NOTHING, STRING, (e, none) -> e.cause()
                    .reason()),
            Member.of(LastError.class, "Message", NOTHING, STRING, (e, none) -> e.cause()
                    .message()),
            Member.of(LastError.class, "Scope", NOTHING, STRING, (e, none) -> e.place()
                    .scope()),
            Member.of(LastError.class, "Section", NOTHING, STRING, (e, none) -> e.place()
                    .section()),
            Member.of(LastError.class, "Path", NOTHING, STRING, (e, none) -> e.place()
                    .path()),
            Member.of(LastError.class, "PolicyId", NOTHING, STRING, (e, none) -> e.place()
                    .policyId()
                    .orElse(null)),
            Member.of(Subscription.class, "Id", NOTHING, STRING, (subscription, none) -> subscription.id()),
            Member.of(Variables.class, "[]", TEXT, OBJECT, (variables, a) -> variables.get(a.text(0))),
            Member.of(Variables.class, "ContainsKey()", TEXT, BOOL, (v, a) -> v.values()
                    .containsKey(a.text(0))),
            Member.of(Request.class, "Method", NOTHING, STRING, (request, none) -> request.method()),
            Member.of(Request.class, "Headers", NOTHING, HEADERS, (request, none) -> request.headers()),
            Member.of(Headers.class, "ContainsKey()", TEXT, BOOL, (headers, a) -> headers.has(a.text(0))),
            Member.of(Headers.class, "GetValueOrDefault()", TEXT, STRING, (headers, a) -> headers.joined(a.text(0))
                    .orElse(null)),
            Member.of(Headers.class, "GetValueOrDefault()", TWO_TEXTS, STRING, (headers, a) -> headers.joined(a.text(0))
                    .orElse(a.textOrNull(1))),
            Member.of(Jwt.class, "Claims", NOTHING, CLAIMS, (jwt, none) -> jwt.claims()),
            Member.of(Claims.class, "[]", TEXT, STRINGS, (claims, a) -> claim(claims, a.text(0))),
            Member.of(Claims.class, "ContainsKey()", TEXT, BOOL, (claims, a) -> claims.has(a.text(0))),
            Member.of(Claims.class, "GetValueOrDefault()", TEXT, STRING, (claims, a) -> claims.joined(a.text(0))
                    .orElse(null)),
            Member.of(Claims.class, "GetValueOrDefault()", TWO_TEXTS, STRING, (claims, a) -> claims.joined(a.text(0))
                    .orElse(a.textOrNull(1))),
            Member.of(String.class, "Length", NOTHING, INT, (text, none) -> text.length()),
            Member.of(String.class, "Contains()", TEXT, BOOL, (text, a) -> text.contains(a.text(0))),
            Member.of(String.class, "Split()", NOTHING, STRINGS, (text, none) -> Strings.split(text)),
            Member.of(Strings.class, "Length", NOTHING, INT, (strings, none) -> strings.values()
                    .size()),
            Member.of(Strings.class, "[]", List.of(INT), STRING, (strings, a) -> strings.at(a.number(0))),
            Member.of(Strings.class, "Contains()", TEXT, BOOL, (strings, a) -> strings.values()
                    .contains(a.text(0))));

    private Members() {}

    static Optional<Member> find(Type owner, String name, List<Type> arguments) {
        return ALL.stream()
                .filter(member -> member.fits(owner, name, arguments))
                .findFirst();
    }

    /** Says why a member was not found, and what there is instead. */
    static String unknown(Type owner, String name, List<Type> arguments) {
        String given = arguments.stream().map(Type::title).collect(Collectors.joining(", ", " with (", ")"));
        String known = ALL.stream()
                .filter(member -> member.owner() == owner)
                .map(Member::name)
                .distinct()
                .collect(Collectors.joining(", "));
        return "'" + name + "'" + (arguments.isEmpty() ? "" : given) + " of " + owner.title()
                + " is not executed; there is: " + (known.isEmpty() ? "nothing" : known);
    }

    private static Strings claim(Claims claims, String name) {
        if (!claims.has(name)) {
            throw new ExpressionFailed("the token has no claim '" + name + "'");
        }
        return new Strings(claims.all(name));
    }
}
