package dev.gatehouse.chain.gateway.policy;

import java.util.Map;

/**
 * What policies refer to.
 *
 * @param backends by the id that {@code set-backend-service} uses
 * @param byKey the calls that {@code rate-limit-by-key} has counted: one counter for a key, whichever document counts
 */
public record PolicyEnvironment(
        Sku sku,
        NamedValues namedValues,
        Map<String, Backend> backends,
        PolicyServices surroundings,
        CallCounts byKey) {

    public PolicyEnvironment {
        backends = Map.copyOf(backends);
    }

    public PolicyEnvironment(
            Sku sku, NamedValues namedValues, Map<String, Backend> backends, PolicyServices surroundings) {
        this(sku, namedValues, backends, surroundings, new CallCounts(Rate.LONGEST, surroundings.clock()));
    }
}
