package dev.gatehouse.deployment;

import dev.gatehouse.chain.gateway.AccessSettings;
import dev.gatehouse.chain.gateway.ProductSettings;
import dev.gatehouse.chain.gateway.SubscriptionSettings;
import dev.gatehouse.chain.gateway.SubscriptionSettings.Scope;
import dev.gatehouse.chain.gateway.expression.Product;
import dev.gatehouse.chain.gateway.expression.Subscription;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the products and the active subscriptions. */
record AccessReader(Snapshot snapshot, LocalValues values) {

    /** @param by the subscriptions' names; without a key, a subscription gives no access and is left out */
    AccessSettings access(Map<String, String> keys) {
        return new AccessSettings(
                snapshot.resources(ResourceTypes.PRODUCT).stream()
                        .map(this::product)
                        .toList(),
                snapshot.resources(ResourceTypes.SUBSCRIPTION).stream()
                        .flatMap(each -> subscription(each, keys).stream())
                        .toList());
    }

    /** Names of the subscriptions, those that give access first. */
    List<String> subscriptions() {
        return snapshot.resources(ResourceTypes.SUBSCRIPTION).stream()
                .sorted(Comparator.comparing(each -> !isActive(Properties.of(each, values))))
                .map(DeployedResource::ownName)
                .toList();
    }

    /** A subscription without a state waits for approval. */
    private static boolean isActive(Properties subscription) {
        return subscription.member("state").text().equals(Optional.of("active"));
    }

    /** Whether it is published decides who sees it, not who may call (API Management, "Create and publish a product"). */
    private ProductSettings product(DeployedResource product) {
        Properties properties = Properties.of(product, values)
                .without("description", "terms", "state", "approvalRequired", "subscriptionsLimit");
        ProductSettings settings = new ProductSettings(
                new Product(product.ownName(), properties.required("displayName")),
                apis(product),
                !properties.member("subscriptionRequired").flag(true),
                new PolicyReader(snapshot, values).policy(product, "the policy of product " + product.ownName()));
        properties.end();
        return settings;
    }

    private Set<String> apis(DeployedResource product) {
        return snapshot.resources(ResourceTypes.PRODUCT_API).stream()
                .filter(link -> link.isChildOf(product))
                .map(this::api)
                .collect(Collectors.toSet());
    }

    private String api(DeployedResource link) {
        Properties.of(link, values).end();
        if (!isApi(link.ownName())) {
            throw new DeploymentFault(link.place() + ", name: is not an API of this deployment");
        }
        return link.ownName();
    }

    private boolean isApi(String name) {
        return snapshot.resources(ResourceTypes.API).stream()
                .anyMatch(api -> api.ownName().equals(name));
    }

    /** Empty where it is not active or has no key: then it gives no access. */
    private Optional<SubscriptionSettings> subscription(DeployedResource resource, Map<String, String> keys) {
        Properties properties = Properties.of(resource, values).without("allowTracing", "ownerId");
        String name = resource.ownName();
        String title = properties.required("displayName");
        Scope scope = scope(properties);
        boolean opens = isActive(properties);
        properties.end();
        return Optional.ofNullable(keys.get(name))
                .filter(key -> opens)
                .map(key -> new SubscriptionSettings(new Subscription(name, title, key), scope));
    }

    /** The scope is a resource id, or its part below the gateway. */
    private Scope scope(Properties subscription) {
        String gateway = snapshot.required(ResourceTypes.GATEWAY).id().toLowerCase(Locale.ROOT);
        String scope = subscription.required("scope");
        String below = scope.toLowerCase(Locale.ROOT).startsWith(gateway) ? scope.substring(gateway.length()) : scope;
        String[] parts = below.split("/", -1);
        if (below.equals("/apis")) {
            return new Scope.AllApis();
        }
        if (parts.length == 3 && parts[1].equals("apis") && isApi(parts[2])) {
            return new Scope.OneApi(parts[2]);
        }
        if (parts.length == 3 && parts[1].equals("products")) {
            return new Scope.OneProduct(parts[2]);
        }
        throw subscription.fault("scope", "is neither /apis nor one of the gateway's APIs or products: " + scope);
    }
}
