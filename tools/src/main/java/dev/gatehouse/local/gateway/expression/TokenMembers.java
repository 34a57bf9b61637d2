package dev.gatehouse.local.gateway.expression;

import static dev.gatehouse.local.gateway.expression.Type.BOOL;
import static dev.gatehouse.local.gateway.expression.Type.STRING;
import static dev.gatehouse.local.gateway.expression.Type.STRINGS;

import java.util.List;

/** Members of tokens. */
final class TokenMembers {
    private static final List<Type> NOTHING = List.of();
    private static final List<Type> TEXT = List.of(STRING);
    private static final List<Type> TWO_TEXTS = List.of(STRING, STRING);

    static final List<Member> ALL = List.of(
            Member.of(Jwt.class, "Claims", NOTHING, Type.CLAIMS, (jwt, none) -> jwt.claims()),
            Member.of(
                    Jwt.class,
                    "Audiences",
                    NOTHING,
                    Type.AUDIENCES,
                    (jwt, none) -> new Audiences(new Strings(jwt.claims().all("aud")))),
            registered("Issuer", "iss"),
            registered("Subject", "sub"),
            registered("Id", "jti"),
            Member.of(Audiences.class, "Contains()", TEXT, BOOL, (audiences, a) -> audiences
                    .values()
                    .values()
                    .contains(a.text(0))),
            Member.of(Audiences.class, "FirstOrDefault()", NOTHING, STRING, (audiences, none) -> audiences
                    .values()
                    .firstOrNull()),
            Member.of(Claims.class, "[]", TEXT, STRINGS, (claims, a) -> claim(claims, a.text(0))),
            Member.of(Claims.class, "ContainsKey()", TEXT, BOOL, (claims, a) -> claims.has(a.text(0))),
            Member.of(Claims.class, "GetValueOrDefault()", TEXT, STRING, (claims, a) -> claims.joined(a.text(0))
                    .orElse(null)),
            Member.of(Claims.class, "GetValueOrDefault()", TWO_TEXTS, STRING, (claims, a) -> claims.joined(a.text(0))
                    .orElse(a.textOrNull(1))));

    private TokenMembers() {}

    /** A claim of RFC 7519 §4.1 as a property; null when the token lacks it. */
    private static Member registered(String name, String claim) {
        return Member.of(Jwt.class, name, NOTHING, STRING, (jwt, none) -> jwt.claims()
                .joined(claim)
                .orElse(null));
    }

    private static Strings claim(Claims claims, String name) {
        if (!claims.has(name)) {
            throw new ExpressionFailed("the token has no claim '" + name + "'");
        }
        return new Strings(claims.all(name));
    }
}
