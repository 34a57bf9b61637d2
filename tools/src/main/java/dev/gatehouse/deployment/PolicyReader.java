package dev.gatehouse.deployment;

import dev.gatehouse.chain.gateway.policy.PolicySource;
import java.util.Optional;

/** Reads the policy document of a scope. */
record PolicyReader(Snapshot snapshot, LocalValues values) {
    private static final String NAME = "policy";

    /** @param title its name in messages */
    Optional<PolicySource> policy(DeployedResource of, String title) {
        return snapshot.resources().stream()
                .filter(each -> PolicyScope.of(each) != PolicyScope.UNKNOWN && each.isChildOf(of))
                .map(each -> source(each, title))
                .findFirst();
    }

    private PolicySource source(DeployedResource resource, String title) {
        if (!resource.ownName().equals(NAME)) {
            throw new DeploymentFault(resource.place() + ", name: must be " + NAME + " in Azure");
        }
        Properties properties = Properties.of(resource, values).exactly("format", "rawxml");
        PolicySource policy = new PolicySource(title, properties.required("value"));
        properties.end();
        return policy;
    }
}
