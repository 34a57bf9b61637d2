package dev.gatehouse.middleware;

import java.util.List;

/** A {@code WWW-Authenticate} value of the Bearer scheme (RFC 6750 §3). It holds nothing that came with the request. */
record Challenge(String text) {

    static Challenge of(String realm) {
        return new Challenge("Bearer realm=\"" + realm + "\"");
    }

    Challenge error(String error, String description) {
        return new Challenge(text + ", error=\"" + error + "\", error_description=\"" + description + "\"");
    }

    /** What to ask Entra for; nothing where no scope admits. */
    Challenge scope(List<String> scopes) {
        return scopes.isEmpty() ? this : new Challenge(text + ", scope=\"" + String.join(" ", scopes) + "\"");
    }

    @Override
    public String toString() {
        return text;
    }
}
