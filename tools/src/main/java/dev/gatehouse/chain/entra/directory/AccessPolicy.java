package dev.gatehouse.chain.entra.directory;

import java.util.List;

/**
 * A Conditional Access policy: what is demanded of users before a token for an API is issued without their interaction.
 *
 * @param id that the claims challenge names
 * @param resourceClientId the API
 * @param users object ids, or {@link Consent#EVERYONE}
 */
public record AccessPolicy(String id, String resourceClientId, Demand demand, List<String> users) {

    /** What the user must do. */
    public enum Demand {
        MULTIFACTOR_AUTHENTICATION,
        MULTIFACTOR_ENROLLMENT,
        COMPLIANT_DEVICE
    }

    public AccessPolicy {
        users = List.copyOf(users);
    }

    boolean appliesTo(String resource, String user) {
        return resourceClientId.equals(resource) && (users.contains(user) || users.contains(Consent.EVERYONE));
    }
}
