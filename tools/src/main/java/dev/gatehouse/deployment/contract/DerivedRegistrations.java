package dev.gatehouse.deployment.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.deployment.DeploymentFault;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.contract.ContractDeployment.Resources;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Roles, scopes, token version and permissions of the registrations, as {@code infra/registrations.bicep} has them. */
record DerivedRegistrations(Contract contract, Resources resources) {
    private static final String API = "gatehouse-api";
    private static final String GATEWAY = "gatehouse-gateway";

    void write() {
        ObjectNode api = registration(API);
        ObjectNode front = resources.of(ResourceTypes.APPLICATION).stream()
                .filter(each -> isTagged(each, GATEWAY))
                .findFirst()
                .orElse(api);
        version(api);
        version(front);
        Map<String, String> valuesBefore = enabledRoles(front);
        ObjectNode properties = front.withObject("/properties");
        String name = properties.path("uniqueName").asText();
        ArrayNode roles = properties.putArray("appRoles");
        contract.roles().forEach(role -> role(roles.addObject(), name, role).put("isEnabled", true));
        contract.retired().roles().forEach(role -> role(roles.addObject(), name, role)
                .put("isEnabled", false));
        ArrayNode scopes = properties.withObject("/api").putArray("oauth2PermissionScopes");
        contract.scopes()
                .forEach(scope -> scope(scopes.addObject(), name, scope).put("isEnabled", true));
        contract.retired().scopes().forEach(scope -> scope(scopes.addObject(), name, scope)
                .put("isEnabled", false));
        grants(valuesBefore, enabledRoles(front));
        new DerivedOnward(contract, resources, api).write();
    }

    private ObjectNode registration(String tag) {
        return resources.of(ResourceTypes.APPLICATION).stream()
                .filter(each -> isTagged(each, tag))
                .findFirst()
                .orElseThrow(() ->
                        new DeploymentFault(resources.snapshot() + ": has no registration with the tag '" + tag + "'"));
    }

    private static boolean isTagged(JsonNode registration, String tag) {
        for (JsonNode each : registration.at("/properties/tags")) {
            if (each.asText().equals(tag)) {
                return true;
            }
        }
        return false;
    }

    private void version(ObjectNode registration) {
        boolean isSecond = contract.tokenVersions().get(0).equals("2.0");
        registration.withObject("/properties/api").put("requestedAccessTokenVersion", isSecond ? 2 : 1);
    }

    private String tenant() {
        return resources.of(ResourceTypes.VAULT).stream()
                .map(vault -> vault.at("/properties/tenantId").asText())
                .findFirst()
                .orElse("");
    }

    /** Values by id. */
    private static Map<String, String> enabledRoles(ObjectNode registration) {
        Map<String, String> roles = new HashMap<>();
        for (JsonNode role : registration.at("/properties/appRoles")) {
            if (role.path("isEnabled").asBoolean()) {
                roles.put(role.path("id").asText(), role.path("value").asText());
            }
        }
        return roles;
    }

    private ObjectNode role(ObjectNode entry, String registration, Contract.Role role) {
        entry.put("id", ArmGuid.of(tenant(), registration, "role", role.value()))
                .put("value", role.value())
                .put("displayName", role.value())
                .put("description", role.description());
        ArrayNode members = entry.putArray("allowedMemberTypes");
        List.of("Application", "User").stream()
                .filter(role.allowedMemberTypes()::contains)
                .forEach(members::add);
        return entry;
    }

    private ObjectNode scope(ObjectNode entry, String registration, Contract.Scope scope) {
        return entry.put("id", ArmGuid.of(tenant(), registration, "scope", scope.value()))
                .put("value", scope.value())
                .put("type", "User")
                .put("adminConsentDisplayName", scope.description())
                .put("adminConsentDescription", scope.description())
                .put("userConsentDisplayName", scope.description())
                .put("userConsentDescription", scope.description());
    }

    /** An assignment stays if its role does, under the role's id of now. */
    private void grants(Map<String, String> before, Map<String, String> now) {
        Map<String, String> ids = new HashMap<>();
        now.forEach((id, value) -> ids.put(value, id));
        for (int i = resources.list().size() - 1; i >= 0; i--) {
            JsonNode grant = resources.list().get(i);
            String value = before.get(grant.at("/properties/appRoleId").asText());
            if (!Resources.isOf(grant, ResourceTypes.ASSIGNMENT) || value == null) {
                continue;
            }
            if (!ids.containsKey(value)) {
                resources.list().remove(i);
            } else if (grant instanceof ObjectNode assignment) {
                assignment.withObject("/properties").put("appRoleId", ids.get(value));
            }
        }
    }
}
