package dev.gatehouse.chain.entra.directory;

import java.util.List;

/** All grants: app roles to principals, delegated permissions to clients; and the policies that restrict them. */
public record Grants(List<RoleAssignment> assignments, List<Consent> consents, List<AccessPolicy> policies) {

    public Grants {
        assignments = List.copyOf(assignments);
        consents = List.copyOf(consents);
        policies = List.copyOf(policies);
    }

    /** Without a policy. */
    public Grants(List<RoleAssignment> assignments, List<Consent> consents) {
        this(assignments, consents, List.of());
    }

    public Grants consenting(List<Consent> changed) {
        return new Grants(assignments, changed, policies);
    }

    public Grants restrictedBy(List<AccessPolicy> changed) {
        return new Grants(assignments, consents, changed);
    }
}
