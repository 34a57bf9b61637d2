package dev.gatehouse.deployment;

import java.time.Instant;
import java.util.UUID;

/**
 * What is another at each start.
 *
 * @param newGuid the value of {@code newGuid()}: a key's, of which there is one
 */
record DeploymentTime(String newGuid, Instant instant) {
    static DeploymentTime at(Instant instant) {
        return new DeploymentTime(UUID.randomUUID().toString(), instant);
    }

    /** Never the GUID. */
    @Override
    public String toString() {
        return "a start at " + instant;
    }
}
