package dev.gatehouse.local.deployment;

import dev.gatehouse.local.gateway.Access;
import dev.gatehouse.local.gateway.ProductSettings;
import dev.gatehouse.local.gateway.SubscriptionSettings;
import dev.gatehouse.local.gateway.SubscriptionSettings.Scope;
import dev.gatehouse.local.gateway.expression.Product;
import dev.gatehouse.local.gateway.expression.Subscription;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the products, and the subscriptions that have been let in. */
record AccessReader(Snapshot snapshot, LocalValues values) {

    /** @param by the subscriptions' names; without a key, a subscription opens nothing and is left out */
    Access access(Map<String, String> keys) {
        return new Access(
                snapshot.resources(Counterparts.PRODUCT).stream()
                        .map(this::product)
                        .toList(),
                active().stream()
                        .filter(each -> keys.containsKey(each.ownName()))
                        .map(each -> subscription(each, keys))
                        .toList());
    }

    /** Names of the subscriptions. */
    List<String> subscriptions() {
        return active().stream().map(Resource::ownName).toList();
    }

    /** One without a state waits to be let in. */
    private List<Resource> active() {
        return snapshot.resources(Counterparts.SUBSCRIPTION).stream()
                .filter(each -> Properties.of(each, values).text("state").equals(Optional.of("active")))
                .toList();
    }

    private ProductSettings product(Resource product) {
        Properties properties = Properties.of(product, values)
                .without("description", "terms", "state", "approvalRequired", "subscriptionsLimit");
        ProductSettings settings = new ProductSettings(
                new Product(product.ownName(), properties.required("displayName")),
                apis(product),
                !properties.flag("subscriptionRequired", true),
                new PolicyReader(snapshot, values)
                        .policy(product, Counterparts.PRODUCT_POLICY, "the policy of product " + product.ownName()));
        properties.end();
        return settings;
    }

    private Set<String> apis(Resource product) {
        return snapshot.resources(Counterparts.PRODUCT_API).stream()
                .filter(link -> link.isBelow(product))
                .map(Resource::ownName)
                .collect(Collectors.toSet());
    }

    private SubscriptionSettings subscription(Resource resource, Map<String, String> keys) {
        Properties properties = Properties.of(resource, values).without("state", "allowTracing", "ownerId");
        String name = resource.ownName();
        String key = keys.getOrDefault(name, "");
        SubscriptionSettings settings = new SubscriptionSettings(
                new Subscription(name, properties.required("displayName"), key), scope(properties));
        properties.end();
        return settings;
    }

    /** Told as a resource id, or as its part below the gateway. */
    private Scope scope(Properties subscription) {
        String gateway = snapshot.required(Counterparts.GATEWAY).id().toLowerCase(Locale.ROOT);
        String scope = subscription.required("scope");
        String below = scope.toLowerCase(Locale.ROOT).startsWith(gateway) ? scope.substring(gateway.length()) : scope;
        String[] parts = below.split("/", -1);
        if (below.equals("/apis")) {
            return new Scope.AllApis();
        }
        if (parts.length == 3 && parts[1].equals("apis")) {
            return new Scope.OneApi(parts[2]);
        }
        if (parts.length == 3 && parts[1].equals("products")) {
            return new Scope.OneProduct(parts[2]);
        }
        throw subscription.fault("scope", "is neither /apis nor one of the gateway's APIs or products: " + scope);
    }
}
