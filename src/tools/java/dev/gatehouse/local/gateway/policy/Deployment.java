package dev.gatehouse.local.gateway.policy;

import java.util.Map;

/**
 * What policies refer to.
 *
 * @param backends by the id that {@code set-backend-service} uses
 */
public record Deployment(NamedValues namedValues, Map<String, Backend> backends, Surroundings surroundings) {

    public Deployment {
        backends = Map.copyOf(backends);
    }
}
