package dev.gatehouse.local.deployment;

import dev.gatehouse.local.gateway.Api;
import dev.gatehouse.local.gateway.GatewaySettings;
import dev.gatehouse.local.gateway.Operation;
import dev.gatehouse.local.gateway.expression.ApiIdentity;
import dev.gatehouse.local.gateway.policy.PolicySource;
import dev.gatehouse.local.gateway.policy.Sku;
import java.util.Arrays;
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
                policy(service(), Counterparts.GLOBAL_POLICY, "the global policy", GLOBAL),
                api(snapshot.required(Counterparts.API)),
                new AccessReader(snapshot, values).access(keys),
                new GatewaySettings.Service(sku(), namedValues, named.backends(namedValues)));
    }

    /** Client ids of the managed identities that the gateway has. */
    List<String> identities() {
        Resource service = service();
        return snapshot.resources(Counterparts.IDENTITY).stream()
                .filter(identity ->
                        service.body().at("/identity/userAssignedIdentities").has(identity.id()))
                .map(identity -> LocalId.of(identity.id(), "clientId"))
                .toList();
    }

    private Resource service() {
        return snapshot.required(Counterparts.GATEWAY);
    }

    private Api api(Resource resource) {
        Properties properties = Properties.of(resource, values)
                .without("description", "protocols")
                .only("apiType", "http");
        properties
                .object("subscriptionKeyParameterNames")
                .only("header", "Ocp-Apim-Subscription-Key")
                .only("query", "subscription-key");
        ApiIdentity identity =
                new ApiIdentity(resource.ownName(), properties.required("displayName"), properties.required("path"));
        boolean subscriptionRequired = properties.flag("subscriptionRequired", true);
        properties.end();
        PolicySource policy =
                policy(resource, Counterparts.API_POLICY, "the policy of API " + resource.ownName(), INHERITED);
        List<Operation> operations = snapshot.resources(Counterparts.OPERATION).stream()
                .filter(each -> each.isBelow(resource))
                .map(this::operation)
                .toList();
        return new Api(identity, policy, subscriptionRequired, operations);
    }

    private Operation operation(Resource resource) {
        Properties properties = Properties.of(resource, values).without("displayName", "templateParameters");
        String template = properties.required("urlTemplate");
        Operation operation = new Operation(
                resource.ownName(),
                properties.required("method"),
                template.startsWith("/") ? template.substring(1) : template,
                policy(
                        resource,
                        Counterparts.OPERATION_POLICY,
                        "the policy of operation " + resource.ownName(),
                        INHERITED),
                properties.text("description").orElse(""));
        properties.end();
        return operation;
    }

    private PolicySource policy(Resource of, String type, String title, String otherwise) {
        return new PolicyReader(snapshot, values).policy(of, type, title).orElse(new PolicySource(title, otherwise));
    }

    private Sku sku() {
        Resource service = service();
        String name = service.body().at("/sku/name").asText();
        return Arrays.stream(Sku.values())
                .filter(sku -> sku.title().equals(name))
                .findFirst()
                .orElseThrow(() -> new DeploymentFault(service.shown() + ", sku.name: is no tier known here: " + name));
    }
}
