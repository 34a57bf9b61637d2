package dev.gatehouse.deployment;

import dev.gatehouse.chain.gateway.policy.PolicySource;
import java.util.Optional;

/** Reads the policy document of a scope. */
record PolicyReader(Snapshot snapshot, LocalValues values) {
    private static final String NAME = "policy";

    /** @param title what messages call it */
    Optional<PolicySource> policy(SnapshotResource of, String type, String title) {
        return snapshot.resources(type).stream()
                .filter(each -> each.isBelow(of))
                .map(each -> policy(each, title))
                .findFirst();
    }

    private PolicySource policy(SnapshotResource resource, String title) {
        if (!resource.ownName().equals(NAME)) {
            throw new DeploymentFault(resource.shown() + ", name: must be " + NAME + " in Azure");
        }
        Properties properties = Properties.of(resource, values).exactly("format", "rawxml");
        PolicySource policy = new PolicySource(title, properties.required("value"));
        properties.end();
        return policy;
    }
}
