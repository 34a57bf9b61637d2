package dev.gatehouse.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.deployment.arm.ExpressionFault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The names that {@code infra/registrations.bicep} and {@code infra/sample-client.bicep} give their registrations. A
 * snapshot uses them, {@code reference('apiApp')}, but does not say which registration they mean: its tag does.
 */
record RegistrationRefs(Snapshot snapshot) {
    static final String API = "apiApp";
    static final String GATEWAY = "gatewayApp";

    private static final Pattern ONWARD = Pattern.compile("onwardPrincipals\\[(\\d{1,3})]");

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> TAGS =
            Map.of(API, "gatehouse-api", GATEWAY, "gatehouse-gateway", "sampleApp", "gatehouse-sample-client");
    private static final Map<String, String> PRINCIPALS =
            Map.of("apiPrincipal", API, "gatewayPrincipal", GATEWAY, "samplePrincipal", "sampleApp");

    /** What is known of a registration or a service principal: {@code appId}, {@code uniqueName} and {@code id}. */
    JsonNode reference(String symbol) {
        Matcher onward = ONWARD.matcher(symbol);
        if (onward.matches()) {
            return ofTheTenant(symbol, Integer.parseInt(onward.group(1)));
        }
        String application = PRINCIPALS.getOrDefault(symbol, symbol);
        if (!TAGS.containsKey(application)) {
            throw new ExpressionFault("refers to '" + symbol + "', which is not bound to a registration");
        }
        DeployedResource registration = registration(application)
                .orElseThrow(() -> new ExpressionFault(
                        "refers to '" + symbol + "', but no registration has the tag '" + TAGS.get(application) + "'"));
        String clientId = clientId(application);
        return JSON.createObjectNode()
                .put("appId", clientId)
                .put("uniqueName", registration.name())
                .put("id", PRINCIPALS.containsKey(symbol) ? principalId(clientId) : LocalId.of(symbol, "id"));
    }

    /** A service principal that is in the tenant already: the API of the same number in the registration's required access. */
    private JsonNode ofTheTenant(String symbol, int number) {
        List<String> called = called();
        if (number >= called.size()) {
            throw new ExpressionFault(
                    "refers to '" + symbol + "', but requiredResourceAccess of the registration with the" + " tag '"
                            + TAGS.get(API) + "' has " + called.size() + " APIs");
        }
        String clientId = called.get(number);
        return JSON.createObjectNode().put("appId", clientId).put("id", principalId(clientId));
    }

    /** Client ids of the APIs that the API's registration requires access to, in their order. */
    private List<String> called() {
        return registration(API).stream()
                .flatMap(each -> StreamSupport.stream(
                        each.body().at("/properties/requiredResourceAccess").spliterator(), false))
                .map(each -> each.path("resourceAppId").asText())
                .toList();
    }

    /** The client id of such an API by its service principal's object id. */
    Optional<String> called(String principalId) {
        return called().stream()
                .filter(each -> principalId(each).equals(principalId))
                .findFirst();
    }

    /** The client id of the registration that a name refers to. */
    static String clientId(String application) {
        return LocalId.of(application, "appId");
    }

    /** The object id of a registration's service principal. */
    static String principalId(String clientId) {
        return LocalId.of(clientId, "principal");
    }

    /** The name of a registration. */
    String of(DeployedResource registration) {
        return TAGS.entrySet().stream()
                .filter(each -> tags(registration).contains(each.getValue()))
                .map(Map.Entry::getKey)
                .reduce((one, another) -> {
                    throw new DeploymentFault(
                            registration.place() + ", properties.tags: has two names, " + tags(registration));
                })
                .orElseThrow(() -> new DeploymentFault(registration.place() + ", properties.tags: needs one of "
                        + TAGS.values().stream().sorted().toList() + ", as expressions refer to it by name"));
    }

    Optional<DeployedResource> registration(String application) {
        List<DeployedResource> bound = snapshot.resources(ResourceTypes.APPLICATION).stream()
                .filter(each -> of(each).equals(application))
                .toList();
        if (bound.size() > 1) {
            throw new DeploymentFault(
                    bound.get(1).place() + ", properties.tags: duplicate tag, another registration has it too");
        }
        return bound.stream().findFirst();
    }

    private static List<String> tags(DeployedResource registration) {
        return StreamSupport.stream(registration.body().at("/properties/tags").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
