package dev.gatehouse.check.rules;

import dev.gatehouse.check.Rule;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.ResourceValue;
import java.util.List;
import java.util.Set;

/** How API Management is configured. */
final class GatewayRules {
    static final List<Rule> ALL = List.of(
            new Rule(
                    "token-not-validated",
                    "A subscription key identifies a product, not a caller; a product's policies do not run for"
                            + " every subscription." + DocLinks.SUBSCRIPTIONS,
                    "Add validate-azure-ad-token to <inbound> of the API's policy.",
                    new TokenCheckPresent(true)),
            new Rule(
                    "api-open-to-everybody",
                    "Anyone can call it: neither a token nor a key is required." + DocLinks.SUBSCRIPTIONS,
                    "Add validate-azure-ad-token to <inbound> of the API's policy, and require a subscription.",
                    new TokenCheckPresent(false)),
            new Rule(
                    "api-over-http",
                    "Tokens and keys can be sent to the gateway unencrypted." + DocLinks.GATEWAY_BASELINE,
                    "Set protocols to ['https'].",
                    (deployed, notes) -> deployed.all(ResourceTypes.API)
                            .flatMap(api -> api.at("properties.protocols").elements().stream())
                            .filter(protocol -> !notes.undecided(protocol))
                            .filter(protocol -> Set.of("http", "ws")
                                    .contains(protocol.text().marked()))
                            .forEach(protocol -> notes.found(
                                    protocol.place(),
                                    "protocols contains " + protocol.text().marked()))),
            new Rule(
                    "subscription-for-all-apis",
                    "Its key opens every API, including future ones, and skips the policies of products."
                            + DocLinks.SUBSCRIPTIONS,
                    "Scope the subscription to a product or to one API.",
                    (deployed, notes) -> deployed.all(ResourceTypes.SUBSCRIPTION)
                            .map(subscription -> subscription.at("properties.scope"))
                            .filter(scope -> scope.text().suffix().matches("(?i)(.*/)?apis/?")
                                    || scope.text()
                                            .suffix()
                                            .matches("(?i).*/providers/Microsoft.ApiManagement/service/[^/]+/?"))
                            .forEach(scope -> notes.found(scope.place(), "scope is " + shortened(scope)))),
            new Rule(
                    "tracing-allowed",
                    "Anyone with the key can trace calls; traces contain tokens, keys and secret named values."
                            + DocLinks.TRACING,
                    "Remove allowTracing; request debug credentials when you need a trace.",
                    new Property(
                            ResourceTypes.SUBSCRIPTION, "properties.allowTracing", ExpectedValue.orLeftOut("false"))),
            new Rule(
                    "direct-management-api",
                    "It bypasses Azure's sign-in, roles and logs with a separate key." + DocLinks.GATEWAY_BASELINE,
                    "Set enabled of tenant 'access' to false.",
                    (deployed, notes) -> deployed.all(ResourceTypes.GATEWAY + "/tenant")
                            .map(tenant -> tenant.at("properties.enabled"))
                            .filter(enabled ->
                                    !notes.undecided(enabled) && enabled.node().asBoolean())
                            .forEach(enabled -> notes.found(enabled.place(), "direct access is enabled"))));

    private GatewayRules() {}

    private static String shortened(ResourceValue scope) {
        String text = scope.text().shown();
        return "'..." + text.substring(Math.max(0, text.lastIndexOf("/service"))) + "'";
    }
}
