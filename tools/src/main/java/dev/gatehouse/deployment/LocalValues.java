package dev.gatehouse.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.chain.entra.directory.Tenant;
import dev.gatehouse.deployment.arm.Evaluation;
import dev.gatehouse.deployment.arm.ExpressionFault;
import dev.gatehouse.deployment.arm.FunctionArguments;
import dev.gatehouse.deployment.arm.Functions;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What Azure would know once the snapshot is deployed, on this machine: the same for the same expression. Services that
 * do not run here have unreachable addresses (RFC 6761, {@code .invalid}).
 *
 * @param hosts the addresses of what runs here, by resource type, such as {@code localhost:7071}
 */
record LocalValues(Snapshot snapshot, Tenant tenant, DeploymentTime start, Map<String, String> hosts) {
    private static final ObjectMapper JSON = new ObjectMapper();

    LocalValues {
        hosts = Map.copyOf(hosts);
    }

    /** The address of a storage account's blobs. */
    String blobs(DeployedResource account) {
        return "https://" + account.ownName() + ".blob.invalid/";
    }

    /** The address of a storage account's tables: Azure's own, as the table service may run here behind the chain's proxy. */
    String tables(DeployedResource account) {
        return "https://" + tenant.cloud().tableHost(account.ownName()) + "/";
    }

    /** These, with the address of what has been started. */
    LocalValues started(String type, String host) {
        Map<String, String> more = new HashMap<>(hosts);
        more.put(type, host);
        return new LocalValues(snapshot, tenant, start, more);
    }

    Evaluation evaluation() {
        return new Evaluation(
                Functions.ofArgumentsOnly()
                        .with("newGuid", arguments -> TextNode.valueOf(start.newGuid()))
                        .with("tenant", arguments -> JSON.createObjectNode().put("tenantId", tenant.id()))
                        .with("environment", arguments -> environment())
                        .with("reference", this::reference),
                Evaluation.Unknown.MARKED);
    }

    /** Never the GUID: it becomes a key. */
    @Override
    public String toString() {
        return "local values of " + snapshot.name();
    }

    private JsonNode environment() {
        String login = "https://" + tenant.cloud().loginHost() + "/";
        ObjectNode environment = JSON.createObjectNode();
        environment.putObject("authentication").put("loginEndpoint", login).put("tenant", "common");
        return environment;
    }

    /** Members that are not listed here have no local value. */
    private JsonNode reference(List<JsonNode> arguments) {
        String id = FunctionArguments.text(FunctionArguments.argument(arguments, 0));
        if (arguments.size() > 2) {
            throw new ExpressionFault("asks for the whole resource, but only its properties are known");
        }
        return id.startsWith("/") ? ofResource(id) : new RegistrationRefs(snapshot).reference(id);
    }

    private JsonNode ofResource(String id) {
        DeployedResource resource = snapshot.resources().stream()
                .filter(each -> each.id().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> new ExpressionFault("refers to a resource that is not in the snapshot: " + id));
        ObjectNode known = JSON.createObjectNode();
        String name = resource.ownName();
        switch (resource.type().toLowerCase(Locale.ROOT)) {
            case "microsoft.managedidentity/userassignedidentities" ->
                known.put("clientId", Identities.clientId(resource))
                        .put("principalId", Identities.principalId(resource))
                        .put("tenantId", tenant.id());
            case "microsoft.storage/storageaccounts" ->
                known.putObject("primaryEndpoints")
                        .put("blob", blobs(resource))
                        .put("queue", "https://" + name + ".queue.invalid/")
                        .put("table", tables(resource));
            case "microsoft.insights/components" ->
                known.put(
                        "ConnectionString",
                        "InstrumentationKey=" + LocalId.of(id, "InstrumentationKey") + ";IngestionEndpoint=https://"
                                + name + ".insights.invalid/");
            case "microsoft.keyvault/vaults/secrets" ->
                known.put("secretUri", VaultSecrets.uri(id))
                        .put("secretUriWithVersion", VaultSecrets.uri(id) + "/" + VaultSecrets.VERSION);
            case "microsoft.web/sites" -> running(known, "defaultHostName", ResourceTypes.SITE, "");
            case "microsoft.apimanagement/service" -> running(known, "gatewayUrl", ResourceTypes.GATEWAY, "https://");
            default -> throw new ExpressionFault("refers to " + id + ", whose type is not supported on this machine");
        }
        return known;
    }

    /** Not known before that layer is started. */
    private void running(ObjectNode known, String property, String type, String scheme) {
        if (hosts.containsKey(type)) {
            known.put(property, scheme + hosts.get(type));
        }
    }
}
