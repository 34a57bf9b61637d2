package dev.gatehouse.local.deployment;

import dev.gatehouse.local.gateway.Subscriptions;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads whose keys open an API, and where a call carries one. */
record SubscriptionReader(Snapshot snapshot, LocalValues values) {

    /** Names of the subscriptions that have been let in; one without a state waits for that. */
    List<String> active() {
        return snapshot.resources(Counterparts.SUBSCRIPTION).stream()
                .filter(each -> Properties.of(each, values).text("state").equals(java.util.Optional.of("active")))
                .map(Resource::ownName)
                .toList();
    }

    Subscriptions subscriptions(Resource api, Map<String, String> keys) {
        Properties properties = Properties.of(api, values);
        properties
                .object("subscriptionKeyParameterNames")
                .only("header", "Ocp-Apim-Subscription-Key")
                .only("query", "subscription-key");
        boolean isRequired = properties.flag("subscriptionRequired", true)
                && products(api).stream()
                        .allMatch(product -> Properties.of(product, values).flag("subscriptionRequired", true));
        Map<String, String> ofApi = new HashMap<>(keys);
        ofApi.keySet().retainAll(covering(api));
        return new Subscriptions(isRequired, ofApi);
    }

    /** Names of the active subscriptions to the API, to a product that it is in, or to all APIs. */
    private Set<String> covering(Resource api) {
        String service = snapshot.required(Counterparts.GATEWAY).id();
        Set<String> scopes =
                products(api).stream().map(product -> lower(product.id())).collect(Collectors.toSet());
        scopes.add(lower(api.id()));
        scopes.add(lower(service + "/apis"));
        List<String> active = active();
        return snapshot.resources(Counterparts.SUBSCRIPTION).stream()
                .filter(each -> active.contains(each.ownName()))
                .filter(each -> {
                    String scope = Properties.of(each, values).required("scope");
                    return scopes.contains(lower(scope.startsWith(service) ? scope : service + scope));
                })
                .map(Resource::ownName)
                .collect(Collectors.toSet());
    }

    private List<Resource> products(Resource api) {
        Set<String> links = snapshot.resources(Counterparts.PRODUCT_API).stream()
                .map(link -> lower(link.id()))
                .collect(Collectors.toSet());
        return snapshot.resources(Counterparts.PRODUCT).stream()
                .filter(product -> links.contains(lower(product.id() + "/apis/" + api.ownName())))
                .toList();
    }

    private static String lower(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
