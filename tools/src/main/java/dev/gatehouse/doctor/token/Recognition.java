package dev.gatehouse.doctor.token;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells what a pasted text is: by its claims where it has some, else by its form. */
final class Recognition {
    private static final Pattern REFRESH = Pattern.compile("[01]\\.A[\\w-]{2,}.*");
    private static final Pattern PERSONAL = Pattern.compile("(E|M\\.|G)w?[A-D].{60,}");
    private static final Pattern SECRET = Pattern.compile("\\w{3}\\dQ~[\\w.~-]{20,}");
    private static final Pattern KEY = Pattern.compile("[\\w-]{40,}AzFu[\\w=-]*");
    private static final String GRAPH_ID = "00000003-0000-0000-c000-000000000000";
    private static final int JWE_PARTS = 5;
    private static final int JWT_PARTS = 3;

    private Recognition() {}

    static Kind of(String token, Decoded decoded) {
        if (decoded.claims().isEmpty()) {
            return ofForm(token, decoded);
        }
        if ("none".equalsIgnoreCase(String.valueOf(decoded.header().get("alg")))) {
            return Kind.UNSIGNED;
        }
        if (decoded.parts() < JWT_PARTS || decoded.signature() == 0) {
            return Kind.TRUNCATED;
        }
        return ofClaims(decoded);
    }

    private static Kind ofForm(String token, Decoded decoded) {
        if (decoded.parts() == JWE_PARTS && decoded.header().containsKey("enc")) {
            return Kind.ENCRYPTED;
        }
        if (token.startsWith("eyJ")) {
            return decoded.parts() < JWT_PARTS ? Kind.TRUNCATED : ofParts(token, decoded);
        }
        if (REFRESH.matcher(token).matches()) {
            return Kind.REFRESH_TOKEN;
        }
        if (SECRET.matcher(token).matches()) {
            return Kind.CLIENT_SECRET;
        }
        if (KEY.matcher(token).matches()) {
            return Kind.FUNCTION_KEY;
        }
        return PERSONAL.matcher(token).matches() ? Kind.PERSONAL_ACCOUNT : Kind.OPAQUE;
    }

    /** ID tokens carry a user's roles, too. */
    private static boolean isOfSignIn(Decoded token) {
        return Stream.of("nonce", "at_hash", "c_hash", "preferred_username").anyMatch(token::has);
    }

    private static Kind ofParts(String token, Decoded decoded) {
        return decoded.header().get("cty") instanceof String content && content.equalsIgnoreCase("JWT")
                        || token.contains(".ZXlK") // base64url of eyJ
                ? Kind.NESTED
                : Kind.MALFORMED;
    }

    private static Kind ofClaims(Decoded token) {
        String audience = token.text("aud").orElse("");
        if (audience.equals(GRAPH_ID) || audience.startsWith("https://graph.microsoft.")) {
            return Kind.GRAPH;
        }
        if (token.client().isEmpty() && !token.has("scp") && (!token.has("roles") || isOfSignIn(token))) {
            return Kind.ID_TOKEN;
        }
        if (token.has("scp")) {
            return token.text("scp").isPresent() ? Kind.USER : Kind.UNCLEAR;
        }
        Optional<String> oid = token.text("oid");
        if (oid.isEmpty() || !oid.equals(token.text("sub"))) {
            return Kind.UNCLEAR;
        }
        return token.has("xms_mirid") ? Kind.MANAGED_IDENTITY : Kind.APP;
    }
}
