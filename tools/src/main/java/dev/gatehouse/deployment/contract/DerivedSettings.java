package dev.gatehouse.deployment.contract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.Operation;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.contract.ContractDeployment.Resources;
import java.util.List;

/**
 * The token version where Easy Auth and the policies name it, the paths that Easy Auth leaves open, and the app's route prefix, as
 * {@code infra/easyauth.bicep}, {@code infra/main.bicep} and {@code infra/backend.bicep} have them.
 */
record DerivedSettings(Contract contract, String routePrefix, Resources resources) {

    void write() {
        resources.change(ResourceTypes.SITE_CONFIG, "authsettingsV2", this::easyAuth);
        namedValue("token-version", contract.tokenVersions().get(0));
        namedValue(
                "other-token-version",
                contract.tokenVersions().get(contract.tokenVersions().size() - 1));
        namedValue("v1-audience", acceptsFirst() ? apiUri() : text("audience"));
        resources.change(ResourceTypes.BACKEND, "function-app", this::backend);
    }

    private boolean acceptsFirst() {
        return contract.tokenVersions().contains("1.0");
    }

    private void easyAuth(ObjectNode settings) {
        ArrayNode open = settings.withObject("/globalValidation").putArray("excludedPaths");
        contract.operations().stream()
                .filter(Operation::isPublic)
                .forEach(operation ->
                        open.add((routePrefix.isEmpty() ? "/" : "/" + routePrefix + "/") + operation.route()));
        ObjectNode entra = settings.withObject("/identityProviders/azureActiveDirectory");
        ObjectNode registration = entra.withObject("/registration");
        String issuer = registration.path("openIdIssuer").asText().replaceFirst("/v2\\.0$", "");
        registration.put("openIdIssuer", contract.tokenVersions().get(0).equals("2.0") ? issuer + "/v2.0" : issuer);
        ArrayNode audiences = entra.withObject("/validation").putArray("allowedAudiences");
        audiences.add(registration.path("clientId").asText());
        if (acceptsFirst()) {
            audiences.add(apiUri());
        }
    }

    private String apiUri() {
        List<ObjectNode> settings = resources.of(ResourceTypes.SITE_CONFIG);
        return settings.stream()
                .map(each -> each.at("/properties/GATEHOUSE_APP_ID_URIS").asText())
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
    }

    private void backend(ObjectNode backend) {
        String url = backend.path("url").asText();
        backend.put("url", url.replaceFirst(", '[^']*'\\)]$", ", '" + routePrefix + "')]"));
    }

    private String text(String namedValue) {
        return resources.of(ResourceTypes.NAMED_VALUE).stream()
                .map(each -> each.path("properties"))
                .filter(each -> each.path("displayName").asText().equals(namedValue))
                .map(each -> each.path("value").asText())
                .findFirst()
                .orElse("");
    }

    private void namedValue(String name, String value) {
        resources.change(ResourceTypes.NAMED_VALUE, name, properties -> properties.put("value", value));
    }
}
