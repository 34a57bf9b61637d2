package dev.gatehouse.doctor.token;

import dev.gatehouse.jwt.UnverifiedJwt;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Identifies what a pasted text is: by its claims if it has any, otherwise by its form. */
final class TokenClassifier {
    private static final Pattern REFRESH = Pattern.compile("[01]\\.A[\\w-]{2,}.*");
    private static final Pattern PERSONAL = Pattern.compile("(E|M\\.|G)w?[A-D].{60,}");
    private static final Pattern SECRET = Pattern.compile("\\w{3}\\dQ~[\\w.~-]{20,}");
    private static final Pattern KEY = Pattern.compile("[\\w-]{40,}AzFu[\\w=-]*");
    private static final String GRAPH_ID = "00000003-0000-0000-c000-000000000000";
    private static final int JWE_PARTS = 5;
    private static final int JWT_PARTS = 3;

    private TokenClassifier() {}

    static TokenKind of(String token, UnverifiedJwt decoded) {
        if (decoded.claims().isEmpty()) {
            return ofForm(token, decoded);
        }
        if ("none".equalsIgnoreCase(String.valueOf(decoded.header().get("alg")))) {
            return TokenKind.UNSIGNED;
        }
        if (decoded.parts() < JWT_PARTS || decoded.signature() == 0) {
            return TokenKind.TRUNCATED;
        }
        return ofClaims(decoded);
    }

    private static TokenKind ofForm(String token, UnverifiedJwt decoded) {
        if (decoded.parts() == JWE_PARTS && decoded.header().containsKey("enc")) {
            return TokenKind.ENCRYPTED;
        }
        if (token.startsWith("eyJ")) {
            return decoded.parts() < JWT_PARTS ? TokenKind.TRUNCATED : ofParts(token, decoded);
        }
        if (REFRESH.matcher(token).matches()) {
            return TokenKind.REFRESH_TOKEN;
        }
        if (SECRET.matcher(token).matches()) {
            return TokenKind.CLIENT_SECRET;
        }
        if (KEY.matcher(token).matches()) {
            return TokenKind.FUNCTION_KEY;
        }
        return PERSONAL.matcher(token).matches() ? TokenKind.PERSONAL_ACCOUNT : TokenKind.OPAQUE;
    }

    /** ID tokens carry a user's roles, too. */
    private static boolean isOfSignIn(UnverifiedJwt token) {
        return Stream.of("nonce", "at_hash", "c_hash", "preferred_username").anyMatch(token::has);
    }

    private static TokenKind ofParts(String token, UnverifiedJwt decoded) {
        return decoded.header().get("cty") instanceof String content && content.equalsIgnoreCase("JWT")
                        || token.contains(".ZXlK") // base64url of eyJ
                ? TokenKind.NESTED
                : TokenKind.MALFORMED;
    }

    private static TokenKind ofClaims(UnverifiedJwt token) {
        String audience = token.text("aud").orElse("");
        if (audience.equals(GRAPH_ID) || audience.startsWith("https://graph.microsoft.")) {
            return TokenKind.GRAPH;
        }
        if (token.client().isEmpty() && !token.has("scp") && (!token.has("roles") || isOfSignIn(token))) {
            return TokenKind.ID_TOKEN;
        }
        if (token.has("scp")) {
            return token.text("scp").isPresent() ? TokenKind.USER : TokenKind.UNCLEAR;
        }
        Optional<String> oid = token.text("oid");
        if (oid.isEmpty() || !oid.equals(token.text("sub"))) {
            return TokenKind.UNCLEAR;
        }
        return token.has("xms_mirid") ? TokenKind.MANAGED_IDENTITY : TokenKind.APP;
    }
}
