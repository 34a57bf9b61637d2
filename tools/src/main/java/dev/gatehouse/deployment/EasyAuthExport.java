package dev.gatehouse.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.chain.easyauth.EasyAuthSettings;
import java.util.List;
import java.util.Optional;

/** Reads {@code authsettingsV2} as Azure prints it, with every default; most of them do not affect bearer tokens. */
record EasyAuthExport(LocalValues values) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENTRA = "/identityProviders/azureActiveDirectory";

    /** All settings that affect bearer tokens; one of these that cannot be read is a fault. */
    private static final List<String> DECIDING = List.of(
            "/platform/enabled",
            "/globalValidation/requireAuthentication",
            "/globalValidation/unauthenticatedClientAction",
            "/globalValidation/excludedPaths",
            ENTRA + "/enabled",
            ENTRA + "/registration/openIdIssuer",
            ENTRA + "/registration/clientId",
            ENTRA + "/validation/allowedAudiences",
            ENTRA + "/validation/defaultAuthorizationPolicy/allowedApplications",
            ENTRA + "/validation/defaultAuthorizationPolicy/allowedPrincipals/identities",
            ENTRA + "/validation/defaultAuthorizationPolicy/allowedPrincipals/groups",
            ENTRA + "/validation/jwtClaimChecks/allowedClientApplications",
            ENTRA + "/validation/jwtClaimChecks/allowedGroups");

    Optional<EasyAuthSettings> settings(String name, JsonNode exported) {
        JsonNode properties = exported.path("properties").isObject() ? exported.path("properties") : exported;
        if (!properties.at(ENTRA).isObject()) {
            throw new DeploymentFault(name + ": has no identityProviders.azureActiveDirectory; export it with az webapp"
                    + " auth show, or az rest on .../config/authsettingsV2");
        }
        ObjectNode body =
                JSON.createObjectNode().put("type", ResourceTypes.SITE_CONFIG).put("name", "authsettingsV2");
        ObjectNode kept = body.putObject("properties");
        DECIDING.forEach(path -> keep(kept, path, properties.at(path)));
        return new EasyAuthReader(values).settings(DeployedResource.of(Location.of(name), body));
    }

    private static void keep(ObjectNode root, String path, JsonNode value) {
        if (value.isMissingNode() || value.isNull() || value.isArray() && value.isEmpty()) {
            return;
        }
        String[] names = path.substring(1).split("/", -1);
        ObjectNode parent = root;
        for (int i = 0; i < names.length - 1; i++) {
            parent = parent.withObjectProperty(names[i]);
        }
        parent.set(names[names.length - 1], value);
    }
}
