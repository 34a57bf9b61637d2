package dev.gatehouse.middleware;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** A {@code WWW-Authenticate} value of the Bearer scheme (RFC 6750 §3). It holds nothing that came with the request. */
public record Challenge(String text) {

    static Challenge of(String realm) {
        return new Challenge("Bearer realm=\"" + realm + "\"");
    }

    /** A challenge that names no realm. */
    public static Challenge because(String error, String description) {
        return new Challenge("Bearer error=\"" + error + "\", error_description=\"" + description + "\"");
    }

    Challenge error(String error, String description) {
        return new Challenge(text + ", error=\"" + error + "\", error_description=\"" + description + "\"");
    }

    /** What to ask Entra for; nothing where no scope admits. */
    public Challenge scope(List<String> scopes) {
        return scopes.isEmpty() ? this : new Challenge(text + ", scope=\"" + String.join(" ", scopes) + "\"");
    }

    /**
     * What the client must ask Entra for beside the scope.
     *
     * @param claims the JSON of a claims request, which goes out in base64
     *     (https://learn.microsoft.com/entra/identity-platform/claims-challenge#claims-challenge-header-format)
     */
    public Challenge claims(String claims) {
        String encoded = Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return new Challenge(text + ", claims=\"" + encoded + "\"");
    }

    @Override
    public String toString() {
        return text;
    }
}
