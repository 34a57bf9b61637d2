package dev.gatehouse.chain.gateway.expression;

import static dev.gatehouse.chain.gateway.expression.ExpressionType.BOOL;
import static dev.gatehouse.chain.gateway.expression.ExpressionType.STRING;
import static dev.gatehouse.chain.gateway.expression.ExpressionType.STRINGS;

import dev.gatehouse.chain.gateway.expression.Jwt.Audiences;
import java.util.List;

/** Members of tokens. */
final class TokenMembers {
    private static final List<ExpressionType> NOTHING = List.of();
    private static final List<ExpressionType> TEXT = List.of(STRING);
    private static final List<ExpressionType> TWO_TEXTS = List.of(STRING, STRING);

    static final List<Member> ALL = List.of(
            Member.of(Jwt.class, "Claims", NOTHING, ExpressionType.CLAIMS, (jwt, none) -> jwt.claims()),
            Member.of(
                    Jwt.class,
                    "Audiences",
                    NOTHING,
                    ExpressionType.AUDIENCES,
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
            Member.of(JwtClaims.class, "[]", TEXT, STRINGS, (claims, a) -> claim(claims, a.text(0))),
            Member.of(JwtClaims.class, "ContainsKey()", TEXT, BOOL, (claims, a) -> claims.has(a.text(0))),
            Member.of(JwtClaims.class, "GetValueOrDefault()", TEXT, STRING, (claims, a) -> claims.joined(a.text(0))
                    .orElse(null)),
            Member.of(JwtClaims.class, "GetValueOrDefault()", TWO_TEXTS, STRING, (claims, a) -> claims.joined(a.text(0))
                    .orElse(a.textOrNull(1))));

    private TokenMembers() {}

    /** A claim of RFC 7519 §4.1 as a property; null if it is missing. */
    private static Member registered(String name, String claim) {
        return Member.of(Jwt.class, name, NOTHING, STRING, (jwt, none) -> jwt.claims()
                .joined(claim)
                .orElse(null));
    }

    private static Strings claim(JwtClaims claims, String name) {
        if (!claims.has(name)) {
            throw new ExpressionFailed("the token has no claim '" + name + "'");
        }
        return new Strings(claims.all(name));
    }
}
