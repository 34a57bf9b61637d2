package dev.gatehouse.doctor.token;

/** What a pasted text is, as far as its own words and its form tell. */
public enum TokenKind {
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

    private final String code;
    private final String title;
    private final String meaning;

    TokenKind(String code, String title, String meaning) {
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
}
