package dev.gatehouse.doctor.token;

import dev.gatehouse.jwt.UnverifiedJwt;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a pasted text is, by its unverified claims and its form. */
public enum TokenKind {
    APP("app", "access token of an app on its own behalf", ""),
    MANAGED_IDENTITY("managed-identity", "access token of a managed identity", ""),
    USER("user", "access token of a user through an app", ""),
    UNCLEAR("unclear", "token for which it is unclear who calls", ""),
    GRAPH(
            "graph",
            "access token for Microsoft Graph",
            "It is for Graph only: because of the nonce in its header, only Graph can check its signature."
                    + " Ask for a token for this API: scope <App ID URI or client id of this API>/.default."),
    AZURE_SERVICE(
            "azure-service",
            "access token for another Microsoft service",
            "Only that service accepts it. Ask for a token for this API: scope <App ID URI or client id of this API>/.default"
                    + " (with the Azure CLI: az account get-access-token --scope)."),
    B2C(
            "b2c",
            "token of Azure AD B2C",
            "It has another issuer and other keys than a workforce tenant of Entra, which these layers trust. Sign in at the"
                    + " workforce tenant, or give every layer the metadata of the B2C user flow."),
    EXTERNAL_ID(
            "external-id",
            "token of Entra External ID",
            "It has another issuer and other keys than a workforce tenant of Entra, which these layers trust. Sign in at the"
                    + " workforce tenant, or give every layer the metadata of the external tenant (<name>.ciamlogin.com)."),
    PLATFORM(
            "platform",
            "token of the App Service platform, signed with a secret of the app (HS256)",
            "It is the session of Easy Auth (sent as X-ZUMO-AUTH) or a token of the host's own tools, and no other layer can"
                    + " check it. Ask Entra for an access token for this API."),
    OTHER_ISSUER(
            "other-issuer",
            "token of another identity provider, not of Entra",
            "These layers trust Entra only. Ask Entra for an access token for this API."),
    ID_TOKEN(
            "id-token",
            "ID token",
            "An ID token shows a client application who has signed in; APIs do not accept it. Send the access token."),
    ENCRYPTED(
            "encrypted",
            "encrypted token (JWE, five parts)",
            "It can be read only with the private key. Token encryption is switched on in the API's registration."),
    REFRESH_TOKEN(
            "refresh-token",
            "refresh token or authorization code of Entra",
            "It is exchanged for an access token at Entra and never sent to an API. It is a long-lived secret: if"
                    + " others may have seen it, revoke the user's sessions."),
    PERSONAL_ACCOUNT(
            "personal-account",
            "opaque token of a personal Microsoft account",
            "Only Microsoft's own services can read it. Ask for a token for this API."),
    CLIENT_SECRET(
            "client-secret",
            "probably a client secret of an app registration",
            "It is exchanged for a token at Entra and never sent to an API. Delete it if others may have seen it."),
    FUNCTION_KEY(
            "function-key",
            "probably a key of an Azure Functions app",
            "It is not a token; it is sent in the header x-functions-key. Renew it if others may have seen it."),
    TRUNCATED(
            "truncated",
            "incomplete JWT: a part is missing",
            "It was cut off: terminals and chats shorten long lines. Copy the whole token again."),
    UNSIGNED("unsigned", "unsigned JWT (alg none)", "Anyone can create it. Entra never issues unsigned tokens."),
    NESTED("nested", "JWT that contains another token instead of claims", "Entra issues no such token for an API."),
    MALFORMED(
            "malformed",
            "text like a JWT, but with invalid parts",
            "A JWT has three parts separated by dots: a header and claims, each a JSON object without duplicate"
                    + " names, and a signature. Copy the token again, without other text."),
    OPAQUE("opaque", "opaque text, not a JWT", "Only its issuer can read it. Ask Entra for a token for this API.");

    private static final Pattern REFRESH = Pattern.compile("[01]\\.A[\\w-]{2,}.*");
    private static final Pattern PERSONAL = Pattern.compile("(E|M\\.|G)w?[A-D].{60,}");
    private static final Pattern SECRET = Pattern.compile("\\w{3}\\dQ~[\\w.~-]{20,}");
    private static final Pattern KEY = Pattern.compile("[\\w-]{40,}AzFu[\\w=-]*");
    private static final Set<TokenKind> OF_APIS = EnumSet.of(APP, MANAGED_IDENTITY, USER, UNCLEAR);
    private static final int JWE_PARTS = 5;
    private static final int JWT_PARTS = 3;

    private final String code;
    private final String title;
    private final String meaning;

    TokenKind(String code, String title, String meaning) {
        this.code = code;
        this.title = title;
        this.meaning = meaning;
    }

    /** The name in JSON reports. */
    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** What that means and what to do; empty for a token that an API expects. */
    public String meaning() {
        return meaning;
    }

    /** Whether it is an access token as an API gets it; for every other kind there is one fix: {@link #meaning}. */
    public boolean isForAnApi() {
        return OF_APIS.contains(this);
    }

    /** Of a token of which only the audience is known; empty unless that is a Microsoft service. */
    public static Optional<TokenKind> ofAudience(String audience) {
        return TokenOrigin.ofAudience(audience);
    }

    /** By its claims if it has any, otherwise by its form. */
    static TokenKind of(String token, UnverifiedJwt decoded) {
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

    private static TokenKind ofForm(String token, UnverifiedJwt decoded) {
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
    private static boolean isOfSignIn(UnverifiedJwt token) {
        return Stream.of("nonce", "at_hash", "c_hash", "preferred_username").anyMatch(token::has);
    }

    private static TokenKind ofParts(String token, UnverifiedJwt decoded) {
        return decoded.header().get("cty") instanceof String content && content.equalsIgnoreCase("JWT")
                        || token.contains(".ZXlK") // base64url of eyJ
                ? NESTED
                : MALFORMED;
    }

    private static TokenKind ofClaims(UnverifiedJwt token) {
        Optional<TokenKind> foreign = TokenOrigin.kind(token);
        if (foreign.isPresent()) {
            return foreign.get();
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
