package dev.gatehouse.chain.gateway.expression;

import dev.gatehouse.jose.Base64Url;
import dev.gatehouse.jose.JsonObjects;
import dev.gatehouse.token.SignedToken;
import java.text.ParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code AsJwt()}: reads a token that nobody has checked; whatever it says may be forged. */
final class UncheckedToken {
    private static final Pattern COMPACT =
            Pattern.compile("(?:Bearer +)?([\\w-]+)\\.([\\w-]+)\\.[\\w-]*", Pattern.CASE_INSENSITIVE);

    private UncheckedToken() {}

    /** The token in a text, after its scheme or alone; null where the text is none. */
    static @Nullable Jwt read(String text) {
        Matcher parts = COMPACT.matcher(text.strip());
        if (text.length() > SignedToken.MAX_LENGTH || !parts.matches()) {
            return null;
        }
        try {
            JsonObjects.read(Base64Url.decode(parts.group(1)));
            return new Jwt(JwtClaims.of(JsonObjects.read(Base64Url.decode(parts.group(2)))));
        } catch (IllegalArgumentException | ParseException noToken) {
            return null;
        }
    }
}
