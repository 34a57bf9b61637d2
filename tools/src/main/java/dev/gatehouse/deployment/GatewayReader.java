package dev.gatehouse.deployment;

import dev.gatehouse.chain.gateway.Api;
import dev.gatehouse.chain.gateway.GatewaySettings;
import dev.gatehouse.chain.gateway.PublishedOperation;
import dev.gatehouse.chain.gateway.expression.ApiIdentity;
import dev.gatehouse.chain.gateway.policy.PolicySource;
import java.util.List;
import java.util.Map;

/** Reads what the gateway is started from: APIs, operations, their policies, and what these refer to. */
record GatewayReader(Snapshot snapshot, LocalValues values) {
    private static final String GLOBAL =
            "<policies><inbound /><backend><forward-request /></backend><outbound /><on-error /></policies>";
    private static final String INHERITED = "<policies><inbound><base /></inbound><backend><base /></backend>"
            + "<outbound><base /></outbound><on-error><base /></on-error></policies>";

    /** @param keys of the subscriptions, by their names */
    GatewaySettings settings(Map<String, String> keys) {
        GatewayValues named = new GatewayValues(snapshot, values);
        Map<String, String> namedValues = named.namedValues();
        return new GatewaySettings(
                policy(snapshot.required(ResourceTypes.GATEWAY), "the global policy", GLOBAL),
                api(snapshot.required(ResourceTypes.API)),
                new AccessReader(snapshot, values).access(keys),
                new GatewaySettings.Service(
                        ApiManagement.of(snapshot, values).sku(), namedValues, named.backends(namedValues)));
    }

    private Api api(DeployedResource resource) {
        Properties properties = Properties.of(resource, values)
                .without("description")
                .only("apiType", "http")
                .only("apiRevision", "1")
                .only("isCurrent", "true");
        protocols(properties);
        properties
                .object("subscriptionKeyParameterNames")
                .only("header", "Ocp-Apim-Subscription-Key")
                .only("query", "subscription-key");
        ApiIdentity identity =
                new ApiIdentity(resource.ownName(), properties.required("displayName"), properties.required("path"));
        boolean subscriptionRequired = properties.member("subscriptionRequired").flag(true);
        properties.end();
        PolicySource policy = policy(resource, "the policy of API " + resource.ownName(), INHERITED);
        List<PublishedOperation> operations = snapshot.resources(ResourceTypes.OPERATION).stream()
                .filter(each -> each.isChildOf(resource))
                .map(this::operation)
                .toList();
        return new Api(identity, policy, subscriptionRequired, operations);
    }

    private static void protocols(Properties api) {
        List<String> protocols = api.texts("protocols");
        if (!protocols.equals(List.of("https"))) {
            throw api.fault("protocols", "is " + protocols + ": on this machine it must be [https]");
        }
    }

    private PublishedOperation operation(DeployedResource resource) {
        Properties properties = Properties.of(resource, values).without("displayName", "templateParameters");
        String template = properties.required("urlTemplate");
        PublishedOperation operation = new PublishedOperation(
                resource.ownName(),
                properties.required("method"),
                template.startsWith("/") ? template.substring(1) : template,
                policy(resource, "the policy of operation " + resource.ownName(), INHERITED),
                properties.member("description").text().orElse(""));
        properties.end();
        return operation;
    }

    private PolicySource policy(DeployedResource of, String title, String otherwise) {
        return new PolicyReader(snapshot, values).policy(of, title).orElse(new PolicySource(title, otherwise));
    }
}
