package dev.gatehouse.chain.entra.directory;

import java.util.List;

/** The users, applications and identities of the tenant. */
public record Principals(
        List<AppRegistration> applications, List<ManagedIdentity> managedIdentities, List<User> users) {

    public Principals {
        applications = List.copyOf(applications);
        managedIdentities = List.copyOf(managedIdentities);
        users = List.copyOf(users);
    }
}
