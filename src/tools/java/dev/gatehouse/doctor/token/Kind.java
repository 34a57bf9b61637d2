package dev.gatehouse.doctor.token;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a pasted text is, as far as its own words and its form tell. */
public enum Kind {
    APP("app", "access token of an app on its own behalf", ""),
    MANAGED_IDENTITY("managed-identity", "access token of a managed identity", ""),
    USER("user", "access token of a user through an app", ""),
    UNCLEAR("unclear", "token that does not say clearly who calls", ""),
    GRAPH(
            "graph",
            "access token for Microsoft Graph",
            "It is meant for Graph alone: the nonce in its header makes its signature uncheckable for anyone else."
                    + " Ask for a token for this API."),
    ID_TOKEN(
            "id-token",
            "ID token",
            "It tells a client application who has signed in, and opens no API. Send the access token."),
    ENCRYPTED(
            "encrypted",
            "encrypted token (JWE, five parts)",
            "Only who has the private key can read it. The API's registration has token encryption switched on."),
    REFRESH_TOKEN(
            "refresh-token",
            "refresh token or authorization code of Entra",
            "It is exchanged for an access token at Entra and never sent to an API. It is a secret of long life: if"
                    + " others may have seen it, revoke the user's sessions."),
    PERSONAL_ACCOUNT(
            "personal-account",
            "opaque token of a personal Microsoft account",
            "Only Microsoft's own services can read it. Ask for a token for this API."),
    CLIENT_SECRET(
            "client-secret",
            "client secret of an app registration, as it seems",
            "It is exchanged for a token at Entra and never sent to an API. Delete it if others may have seen it."),
    FUNCTION_KEY(
            "function-key",
            "key of an Azure Functions app, as it seems",
            "It belongs into the header x-functions-key and is no token. Renew it if others may have seen it."),
    TRUNCATED(
            "truncated",
            "JWT of which a part is missing",
            "It was cut off on its way here: terminals and chats shorten long lines. Copy it again, whole."),
    UNSIGNED(
            "unsigned",
            "JWT that says of itself that it is not signed (alg none)",
            "Anybody can have written it. Entra issues no such token."),
    NESTED("nested", "JWT with another token in it, in place of claims", "Entra issues no such token for an API."),
    MALFORMED(
            "malformed",
            "text like a JWT, whose parts are not what a JWT has",
            "A JWT has three parts with dots between them: a header, claims, each a JSON object whose names stand once"
                    + " in it, and a signature. Copy it again, and nothing else."),
    OPAQUE(
            "opaque",
            "opaque text, not a JWT",
            "Nobody but its issuer can read it. Ask Entra for a token for this API.");

    private static final Pattern REFRESH = Pattern.compile("[01]\\.A[\\w-]{2,}.*");
    private static final Pattern PERSONAL = Pattern.compile("(E|M\\.|G)w?[A-D].{60,}");
    private static final Pattern SECRET = Pattern.compile("\\w{3}\\dQ~[\\w.~-]{20,}");
    private static final Pattern KEY = Pattern.compile("[\\w-]{40,}AzFu[\\w=-]*");
    private static final String GRAPH_ID = "00000003-0000-0000-c000-000000000000";
    private static final int JWE_PARTS = 5;
    private static final int JWT_PARTS = 3;

    private final String code;
    private final String title;
    private final String meaning;

    Kind(String code, String title, String meaning) {
        this.code = code;
        this.title = title;
        this.meaning = meaning;
    }

    /** The name for programs. */
    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** What that means and what to do; empty where it is what an API expects. */
    public String meaning() {
        return meaning;
    }

    public static Kind of(String token, Decoded decoded) {
        if (decoded.claims().isEmpty()) {
            return ofForm(token, decoded);
        }
        if ("none".equalsIgnoreCase(String.valueOf(decoded.header().get("alg")))) {
            return UNSIGNED;
        }
        if (decoded.parts() < JWT_PARTS || decoded.signature() == 0) {
            return TRUNCATED;
        }
        return ofClaims(decoded);
    }

    private static Kind ofForm(String token, Decoded decoded) {
        if (decoded.parts() == JWE_PARTS && decoded.header().containsKey("enc")) {
            return ENCRYPTED;
        }
        if (token.startsWith("eyJ")) {
            return decoded.parts() < JWT_PARTS ? TRUNCATED : ofParts(token, decoded);
        }
        if (REFRESH.matcher(token).matches()) {
            return REFRESH_TOKEN;
        }
        if (SECRET.matcher(token).matches()) {
            return CLIENT_SECRET;
        }
        if (KEY.matcher(token).matches()) {
            return FUNCTION_KEY;
        }
        return PERSONAL.matcher(token).matches() ? PERSONAL_ACCOUNT : OPAQUE;
    }

    /** ID tokens carry a user's roles, too. */
    private static boolean isOfSignIn(Decoded token) {
        return Stream.of("nonce", "at_hash", "c_hash", "preferred_username").anyMatch(token::has);
    }

    private static Kind ofParts(String token, Decoded decoded) {
        return decoded.header().get("cty") instanceof String content && content.equalsIgnoreCase("JWT")
                        || token.contains(".ZXlK") // base64url of eyJ
                ? NESTED
                : MALFORMED;
    }

    private static Kind ofClaims(Decoded token) {
        String audience = token.text("aud").orElse("");
        if (audience.equals(GRAPH_ID) || audience.startsWith("https://graph.microsoft.")) {
            return GRAPH;
        }
        if (token.client().isEmpty() && !token.has("scp") && (!token.has("roles") || isOfSignIn(token))) {
            return ID_TOKEN;
        }
        if (token.has("scp")) {
            return token.text("scp").isPresent() ? USER : UNCLEAR;
        }
        Optional<String> oid = token.text("oid");
        if (oid.isEmpty() || !oid.equals(token.text("sub"))) {
            return UNCLEAR;
        }
        return token.has("xms_mirid") ? MANAGED_IDENTITY : APP;
    }
}
