package dev.gatehouse.local.gateway;

import dev.gatehouse.local.gateway.policy.Backend;
import dev.gatehouse.local.gateway.policy.PolicySource;
import java.util.Map;
import java.util.Set;

/**
 * What is deployed.
 *
 * @param global the document of the global scope
 * @param namedValues by the names that documents use
 * @param backends by their ids
 */
public record GatewaySettings(
        PolicySource global, Api api, Map<String, String> namedValues, Map<String, Backend> backends) {

    public GatewaySettings {
        namedValues = Map.copyOf(namedValues);
        backends = Map.copyOf(backends);
    }

    /** Without the named values: some are secret. */
    @Override
    public String toString() {
        Set<String> names = namedValues.keySet();
        return "API " + api.path() + ", named values " + names + ", backends " + backends;
    }
}
