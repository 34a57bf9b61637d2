package dev.gatehouse.deployment;

import java.time.Instant;
import java.util.UUID;

/**
 * Values that differ at each start.
 *
 * @param newGuid the value of {@code newGuid()}, which becomes the one generated key
 */
record DeploymentTime(String newGuid, Instant instant) {
    static DeploymentTime at(Instant instant) {
        return new DeploymentTime(UUID.randomUUID().toString(), instant);
    }

    /** Without the GUID, which is secret. */
    @Override
    public String toString() {
        return "a start at " + instant;
    }
}
