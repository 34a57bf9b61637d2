package dev.gatehouse.chain.entra.directory;

import java.util.List;

/**
 * Delegated permissions that users granted to a client.
 *
 * @param users the object ids of the users who consented, or {@link #EVERYONE} when an administrator consented for all
 */
public record Consent(String clientId, String resourceClientId, List<String> scopes, List<String> users) {
    /** An administrator's consent for the whole tenant. */
    public static final String EVERYONE = "AllPrincipals";

    public Consent {
        scopes = List.copyOf(scopes);
        users = List.copyOf(users);
    }

    boolean covers(String client, String resource, String user) {
        return clientId.equals(client)
                && resourceClientId.equals(resource)
                && (users.contains(user) || users.contains(EVERYONE));
    }
}
