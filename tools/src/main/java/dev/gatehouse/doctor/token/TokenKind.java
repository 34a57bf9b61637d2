package dev.gatehouse.doctor.token;

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
                    + " Ask for a token for this API."),
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
}
