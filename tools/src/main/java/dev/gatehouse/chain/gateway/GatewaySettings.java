package dev.gatehouse.chain.gateway;

import dev.gatehouse.chain.gateway.policy.Backend;
import dev.gatehouse.chain.gateway.policy.PolicySource;
import dev.gatehouse.chain.gateway.policy.Sku;
import java.util.List;
import java.util.Map;

/**
 * What is deployed.
 *
 * @param global the document of the global scope
 */
public record GatewaySettings(PolicySource global, Api api, AccessSettings access, Service service) {

    /**
     * The values that documents of every scope refer to.
     *
     * @param sku the tier, which decides which policies exist
     * @param namedValues by the names that documents use
     * @param backends by their ids
     */
    public record Service(Sku sku, Map<String, String> namedValues, Map<String, Backend> backends) {
        public Service {
            namedValues = Map.copyOf(namedValues);
            backends = Map.copyOf(backends);
        }

        /** The credentials that prove to the backends that the gateway calls. */
        public List<String> credentials() {
            return backends.values().stream()
                    .flatMap(backend -> backend.headers().values().stream())
                    .toList();
        }

        /** Without the values of the named values: some are secret. */
        @Override
        public String toString() {
            return sku.title() + ", named values " + namedValues.keySet() + ", backends " + backends;
        }
    }
}
