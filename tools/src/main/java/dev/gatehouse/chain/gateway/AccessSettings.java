package dev.gatehouse.chain.gateway;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Who may call: the products, and the subscriptions to products and APIs. */
public record AccessSettings(List<ProductSettings> products, List<SubscriptionSettings> subscriptions) {

    public AccessSettings {
        products = List.copyOf(products);
        subscriptions = List.copyOf(subscriptions);
        unique(products, product -> product.identity().id(), "product");
        unique(subscriptions, each -> each.subscription().id(), "subscription");
        unique(openApis(products), api -> api, "API in open products");
        checkKeys(subscriptions);
        checkProducts(products, subscriptions);
    }

    private static List<String> openApis(List<ProductSettings> products) {
        return products.stream()
                .filter(ProductSettings::open)
                .flatMap(product -> product.apis().stream())
                .toList();
    }

    private static void checkKeys(List<SubscriptionSettings> subscriptions) {
        long keys = subscriptions.stream()
                .map(each -> each.subscription().key())
                .distinct()
                .count();
        if (keys < subscriptions.size()) {
            throw new IllegalArgumentException("two subscriptions have the same key");
        }
    }

    private static void checkProducts(List<ProductSettings> products, List<SubscriptionSettings> subscriptions) {
        for (SubscriptionSettings each : subscriptions) {
            if (each.scope() instanceof SubscriptionSettings.Scope.OneProduct of
                    && find(products, of.productId()).isEmpty()) {
                throw new IllegalArgumentException(
                        each.subscription() + " is for a product that does not exist: " + of.productId());
            }
        }
    }

    /** The products that contain an API. */
    List<ProductSettings> with(String apiId) {
        return products.stream()
                .filter(product -> product.apis().contains(apiId))
                .toList();
    }

    Optional<ProductSettings> product(String id) {
        return find(products, id);
    }

    private static Optional<ProductSettings> find(List<ProductSettings> products, String id) {
        return products.stream()
                .filter(product -> product.identity().id().equals(id))
                .findFirst();
    }

    private static <T> void unique(List<T> all, Function<T, String> id, String what) {
        Set<String> seen = new HashSet<>();
        all.forEach(each -> {
            if (!seen.add(id.apply(each))) {
                throw new IllegalArgumentException("duplicate id " + id.apply(each) + ": " + what);
            }
        });
    }
}
