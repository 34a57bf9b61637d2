package dev.gatehouse.chain.gateway;

import dev.gatehouse.chain.gateway.expression.Product;
import dev.gatehouse.chain.gateway.policy.PolicySource;
import java.util.Optional;
import java.util.Set;

/**
 * A product: APIs that share a subscription.
 *
 * @param apis the ids of its APIs
 * @param open whether its APIs may be called without a subscription
 * @param policy the document of the product's scope, if it has one
 */
public record ProductSettings(Product identity, Set<String> apis, boolean open, Optional<PolicySource> policy) {

    public ProductSettings {
        apis = Set.copyOf(apis);
    }
}
