package dev.gatehouse.chain.gateway.policy;

import java.util.Map;

/**
 * The values that policies refer to.
 *
 * @param backends by the id that {@code set-backend-service} uses
 * @param byKey the calls counted by {@code rate-limit-by-key}: one counter for a key, shared by all documents
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
