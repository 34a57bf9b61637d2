package dev.gatehouse.deployment.contract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.chain.gateway.RequirementExpression;
import dev.gatehouse.chain.gateway.UrlTemplate;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.contract.Requirement;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.contract.ContractDeployment.Resources;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operations that the gateway publishes, each with the policy that holds its requirement, as {@code infra/api.bicep} has them. */
record DerivedOperations(Contract contract, PolicyTexts policies, Resources resources) {

    void write(ObjectNode api) {
        List<ObjectNode> before = below(api);
        before.forEach(this::remove);
        contract.operations().forEach(operation -> operation.requirement().ifPresent(requirement -> {
            ObjectNode published = operation(api, operation, requirement);
            resources.list().add(published);
            resources.list().add(policy(published, requirement, policyOf(before, published)));
        }));
    }

    private List<ObjectNode> below(ObjectNode api) {
        String prefix = api.path("id").asText().toLowerCase(Locale.ROOT) + "/operations/";
        return resources.all().stream()
                .filter(each ->
                        each.path("id").asText().toLowerCase(Locale.ROOT).startsWith(prefix))
                .toList();
    }

    private void remove(ObjectNode resource) {
        for (int i = 0; i < resources.list().size(); i++) {
            if (resources.list().get(i).equals(resource)) {
                resources.list().remove(i);
                return;
            }
        }
    }

    private ObjectNode operation(ObjectNode api, Operation operation, Requirement requirement) {
        String name = contract.name(operation);
        ObjectNode published = below(api, ResourceTypes.OPERATION, "operations", name);
        ObjectNode properties = published
                .putObject("properties")
                .put("displayName", name)
                .put("description", words(requirement))
                .put("method", operation.method())
                .put("urlTemplate", UrlTemplate.ofRoute(operation.route()));
        ArrayNode parameters = properties.putArray("templateParameters");
        UrlTemplate.parametersOfRoute(operation.route()).forEach(parameter -> parameters
                .addObject()
                .put("name", parameter)
                .put("type", "string")
                .put("required", true));
        return published;
    }

    /** @param own the policy that the snapshot has for it */
    private ObjectNode policy(ObjectNode operation, Requirement requirement, Optional<String> own) {
        ObjectNode policy = below(operation, ResourceTypes.OPERATION_POLICY, "policies", "policy");
        policy.putObject("properties")
                .put("format", "rawxml")
                .put("value", policies.operation(new RequirementExpression(requirement), own, resources));
        return policy;
    }

    private static Optional<String> policyOf(List<ObjectNode> before, ObjectNode operation) {
        String id = operation.path("id").asText() + "/policies/policy";
        return before.stream()
                .filter(each -> each.path("id").asText().equalsIgnoreCase(id))
                .map(each -> each.at("/properties/value").asText())
                .findFirst();
    }

    private static ObjectNode below(ObjectNode parent, String type, String kind, String name) {
        return parent.objectNode()
                .put("id", parent.path("id").asText() + "/" + kind + "/" + name)
                .put("type", type)
                .put("name", parent.path("name").asText() + "/" + name)
                .put("apiVersion", parent.path("apiVersion").asText());
    }

    private static String words(Requirement requirement) {
        String app = needs("an app: role", requirement.appRoles());
        String user = needs("a user: scope", requirement.scopes());
        String role = requirement.scopes().isEmpty() ? "" : needs(", and role", requirement.userRoles());
        return Stream.of(app, user + role).filter(each -> !each.isEmpty()).collect(Collectors.joining("; "));
    }

    private static String needs(String who, List<String> names) {
        return names.isEmpty() ? "" : who + " " + String.join(" or ", names);
    }
}
