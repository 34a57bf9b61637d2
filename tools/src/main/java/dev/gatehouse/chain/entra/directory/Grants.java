package dev.gatehouse.chain.entra.directory;

import java.util.List;

/** All grants: app roles to principals, delegated permissions to clients. */
public record Grants(List<RoleAssignment> assignments, List<Consent> consents) {

    public Grants {
        assignments = List.copyOf(assignments);
        consents = List.copyOf(consents);
    }
}
