package dev.gatehouse.local.deployment;

import dev.gatehouse.local.gateway.policy.PolicySource;
import java.util.Optional;

/** Reads the policy document of a scope. */
record PolicyReader(Snapshot snapshot, LocalValues values) {

    /** @param title what messages call it */
    Optional<PolicySource> policy(Resource of, String type, String title) {
        return snapshot.resources(type).stream()
                .filter(each -> each.isBelow(of))
                .map(each -> Properties.of(each, values))
                .map(properties -> {
                    properties.required("format");
                    properties.only("format", "rawxml");
                    return new PolicySource(title, properties.required("value"));
                })
                .findFirst();
    }
}
