package dev.gatehouse.onward;

import dev.gatehouse.middleware.Caller;
import dev.gatehouse.middleware.PresentedToken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/**
 * A user's token that is to be exchanged for one with these scopes.
 *
 * @param token of that caller
 */
record OnwardRequest(Caller caller, PresentedToken token, Set<String> scopes) {

    /**
     * Who can be given the same token again: the same user, with the very same token. Another token of the same user may come from
     * another device or without a second factor, so it is exchanged anew; MSAL keeps tokens by the assertion's hash for the same reason.
     */
    record Key(String tenant, String objectId, String assertion, Set<String> scopes) {}

    OnwardRequest {
        scopes = Set.copyOf(scopes);
    }

    Key key() {
        return new Key(caller.tenant(), caller.objectId(), sha256(token.value()), scopes);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
