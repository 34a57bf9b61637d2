package dev.gatehouse.local.gateway.expression;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.gatehouse.token.SignedToken;
import java.text.ParseException;
import java.util.Map;
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
            json(parts.group(1));
            return new Jwt(Claims.of(json(parts.group(2))));
        } catch (ParseException noToken) {
            return null;
        }
    }

    private static Map<String, Object> json(String part) throws ParseException {
        String text = new Base64URL(part).decodeToString();
        if (!text.stripLeading().startsWith("{")) { // the library would take a list of pairs for an object
            throw new ParseException("not a JSON object", 0);
        }
        return JSONObjectUtils.parse(text);
    }
}
