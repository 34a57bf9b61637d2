package dev.gatehouse.chain.gateway.expression;

import dev.gatehouse.jwt.UnverifiedJwt;
import dev.gatehouse.token.SignedToken;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A token in expressions. */
public record Jwt(JwtClaims claims) {
    private static final Pattern BEARER = Pattern.compile("^Bearer +", Pattern.CASE_INSENSITIVE);

    /** {@code AsJwt()}: the unverified token in a text, after its scheme or alone; null if the text is not a token. */
    static @Nullable Jwt unverified(String text) {
        return text.length() > SignedToken.MAX_LENGTH
                ? null
                : UnverifiedJwt.whole(BEARER.matcher(text.strip()).replaceFirst(""))
                        .map(token -> new Jwt(JwtClaims.of(token.claims())))
                        .orElse(null);
    }

    /** A token's {@code Audiences}, in C# a sequence without length and index. */
    record Audiences(Strings values) {}
}
