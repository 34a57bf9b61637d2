package dev.gatehouse.local.gateway.policy;

import java.util.Map;

/**
 * What policies refer to.
 *
 * @param backends by the id that {@code set-backend-service} uses
 * @param byKey the calls that {@code rate-limit-by-key} has counted: one counter for a key, whichever document counts
 */
public record Deployment(
        Sku sku, NamedValues namedValues, Map<String, Backend> backends, Surroundings surroundings, CallCounts byKey) {

    public Deployment {
        backends = Map.copyOf(backends);
    }

    public Deployment(Sku sku, NamedValues namedValues, Map<String, Backend> backends, Surroundings surroundings) {
        this(sku, namedValues, backends, surroundings, new CallCounts(Rate.LONGEST, surroundings.clock()));
    }
}
