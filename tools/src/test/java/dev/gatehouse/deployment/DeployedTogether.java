package dev.gatehouse.deployment;

import java.time.Instant;

/** Deployments of one start: what is random is the same for all, so that they can share what they have in common. */
public final class DeployedTogether {
    private static final DeploymentTime START = DeploymentTime.at(Instant.now());

    private DeployedTogether() {}

    public static Deployment of(Snapshot snapshot) {
        return Deployment.of(snapshot, START);
    }
}
