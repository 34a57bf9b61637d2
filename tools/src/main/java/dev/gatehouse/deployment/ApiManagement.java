package dev.gatehouse.deployment;

import dev.gatehouse.chain.gateway.policy.Sku;
import java.util.Arrays;

/** The API Management service itself, as far as its APIs depend on it. */
record ApiManagement(Sku sku, Identities identities) {

    static ApiManagement of(Snapshot snapshot, LocalValues values) {
        Properties whole = Properties.whole(snapshot.required(ResourceTypes.GATEWAY), values);
        Properties sku = whole.object("sku").without("capacity");
        ApiManagement service = new ApiManagement(sku(sku), Identities.of(whole, snapshot));
        Properties properties = whole.object("properties")
                .without("publisherEmail", "publisherName", "notificationSenderEmail", "apiVersionConstraint")
                .only("disableGateway", "false")
                .only("publicNetworkAccess", "Enabled")
                .only("virtualNetworkType", "None");
        Properties protocols = properties.object("customProperties");
        protocols.names().forEach(old -> protocols.only(old, "False"));
        whole.end();
        return service;
    }

    private static Sku sku(Properties properties) {
        String name = properties.required("name");
        return Arrays.stream(Sku.values())
                .filter(sku -> sku.title().equals(name))
                .findFirst()
                .orElseThrow(() -> properties.fault("name", "is an unknown tier: " + name));
    }
}
