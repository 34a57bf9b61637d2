package dev.gatehouse.deployment.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.chain.entra.directory.Cloud;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.Contract.OnwardApi;
import dev.gatehouse.deployment.DeploymentFault;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.contract.ContractDeployment.Resources;
import java.util.List;

/**
 * What calls on behalf of users need: the permissions and their grant, the credential of the app's identity, the settings, as
 * {@code infra/registrations.bicep} and {@code infra/settings.bicep} have them. Nothing of it in gateway-identity, where the function
 * never gets the caller's token.
 *
 * @param api the API's registration
 */
record DerivedOnward(Contract contract, Resources resources, ObjectNode api) {
    private static final String PRINCIPAL = "[reference('apiPrincipal').id]";
    private static final String CREDENTIAL = "/function";
    private static final String IDENTITY = "GATEHOUSE_ONWARD_IDENTITY";
    private static final String PROFILE = "PROFILE_ENDPOINT";

    void write() {
        List<OnwardApi> called = resources.isOfGatewayIdentity() ? List.of() : contract.onward();
        permissions(called);
        remove();
        for (int at = 0; at < called.size(); at++) {
            grant(called.get(at), at);
        }
        ObjectNode settings = settings();
        settings.remove(List.of(IDENTITY, PROFILE));
        if (!called.isEmpty()) {
            credential(settings);
            settings.put(IDENTITY, identity(settings))
                    .put(PROFILE, "https://" + cloud(settings).graphHost() + "/v1.0/me");
        }
    }

    private void permissions(List<OnwardApi> called) {
        ArrayNode required = api.withObject("/properties").putArray("requiredResourceAccess");
        for (int at = 0; at < called.size(); at++) {
            ArrayNode access = required.addObject()
                    .put("resourceAppId", called.get(at).clientId())
                    .putArray("resourceAccess");
            for (String scope : called.get(at).scopes()) {
                access.addObject().put("id", permissionId(at, scope)).put("type", "Scope");
            }
        }
    }

    /** Known in the tenant only: the called API's service principal says it. */
    private static String permissionId(int at, String scope) {
        return "[first(filter(reference('onwardPrincipals[" + at + "]').oauth2PermissionScopes, lambda('offered',"
                + " equals(lambdaVariables('offered').value, '" + scope + "')))).id]";
    }

    private void remove() {
        for (int i = resources.list().size() - 1; i >= 0; i--) {
            JsonNode each = resources.list().get(i);
            boolean isGrant = Resources.isOf(each, ResourceTypes.PERMISSION_GRANT)
                    && each.at("/properties/clientId").asText().equals(PRINCIPAL);
            boolean isCredential = Resources.isOf(each, ResourceTypes.FEDERATED_CREDENTIAL)
                    && each.at("/properties/name").asText().equals(credentialName());
            if (isGrant || isCredential) {
                resources.list().remove(i);
            }
        }
    }

    private void grant(OnwardApi called, int at) {
        ObjectNode grant = resources.list().addObject();
        grant.putObject("properties")
                .put("clientId", PRINCIPAL)
                .put("resourceId", "[reference('onwardPrincipals[" + at + "]').id]")
                .put("consentType", "AllPrincipals")
                .put("scope", String.join(" ", called.scopes()));
        grant.put("type", ResourceTypes.PERMISSION_GRANT + "@v1.0");
    }

    private void credential(ObjectNode settings) {
        ObjectNode credential = resources.list().addObject();
        ObjectNode properties = credential.putObject("properties").put("name", credentialName());
        properties.putArray("audiences").add(cloud(settings).tokenExchange());
        properties
                .put(
                        "issuer",
                        text(settings, "GATEHOUSE_LOGIN_ENDPOINT") + "/" + text(settings, "GATEHOUSE_TENANT_IDS")
                                + "/v2.0")
                .put("subject", identity(settings).replaceFirst("\\.clientId]$", ".principalId]"));
        credential.put("type", ResourceTypes.FEDERATED_CREDENTIAL + "@v1.0");
    }

    private String credentialName() {
        return api.at("/properties/uniqueName").asText() + CREDENTIAL;
    }

    /** The identity with which the app reads its storage, by its client id, which only Azure knows. */
    private String identity(ObjectNode settings) {
        String clientId = text(settings, "AzureWebJobsStorage__clientId");
        if (!clientId.endsWith(".clientId]")) {
            throw new DeploymentFault(resources.snapshot() + ": AzureWebJobsStorage__clientId is not the clientId of an"
                    + " identity of the deployment, so the contract's calls onward have no identity");
        }
        return clientId;
    }

    private ObjectNode settings() {
        return resources.of(ResourceTypes.SITE_CONFIG).stream()
                .filter(each -> each.path("name").asText().endsWith("/appsettings"))
                .findFirst()
                .map(each -> each.withObject("/properties"))
                .orElseThrow(() -> new DeploymentFault(resources.snapshot() + ": has no app settings"));
    }

    private static Cloud cloud(ObjectNode settings) {
        return Cloud.ofLogin(text(settings, "GATEHOUSE_LOGIN_ENDPOINT"));
    }

    private static String text(ObjectNode settings, String name) {
        return settings.path(name).asText();
    }
}
