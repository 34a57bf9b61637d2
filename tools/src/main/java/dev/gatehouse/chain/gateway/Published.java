package dev.gatehouse.chain.gateway;

import dev.gatehouse.chain.gateway.expression.OperationIdentity;
import dev.gatehouse.chain.gateway.expression.Product;
import dev.gatehouse.chain.gateway.policy.Pipeline;
import java.util.Map;
import java.util.Optional;

/**
 * An operation with its policies, compiled once for each product and once for calls without one.
 *
 * @param needs what callers must have, in words
 * @param byProduct the policies for calls that belong to a product, by its id
 * @param plain the policies for all other calls
 */
record Published(
        OperationIdentity identity,
        String needs,
        UrlTemplate template,
        Map<String, Pipeline> byProduct,
        Pipeline plain) {

    Published {
        byProduct = Map.copyOf(byProduct);
    }

    Pipeline under(Optional<Product> product) {
        return product.map(each -> byProduct.getOrDefault(each.id(), plain)).orElse(plain);
    }
}
