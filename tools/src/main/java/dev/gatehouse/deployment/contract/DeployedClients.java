package dev.gatehouse.deployment.contract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.Snapshot;
import dev.gatehouse.deployment.contract.ContractDeployment.Resources;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Clients that a deployment allows beside its own, wherever {@code infra/main.bicep} lists its parameter {@code clients}. */
public final class DeployedClients {
    private static final String ALLOWED = "GATEHOUSE_ALLOWED_CLIENTS";

    private DeployedClients() {}

    /**
     * @param clients their client ids
     */
    public static Snapshot allow(Snapshot base, Collection<String> clients) {
        ObjectNode content = base.content().deepCopy();
        Resources resources = new Resources(base.name(), content);
        resources.change(ResourceTypes.NAMED_VALUE, "allowed-clients", value -> add(value, "value", " ", clients));
        if (!resources.isOfGatewayIdentity()) { // else the function app lists the gateway alone
            resources.change(
                    ResourceTypes.SITE_CONFIG, "appsettings", settings -> add(settings, ALLOWED, ",", clients));
            resources.change(ResourceTypes.SITE_CONFIG, "authsettingsV2", settings -> {
                ArrayNode applications = settings.withObject(
                                "/identityProviders/azureActiveDirectory/validation/defaultAuthorizationPolicy")
                        .withArray("allowedApplications");
                if (!applications.isEmpty()) { // an empty list allows all
                    Set<String> listed = new LinkedHashSet<>();
                    applications.forEach(each -> listed.add(each.asText()));
                    clients.stream().filter(listed::add).forEach(applications::add);
                }
            });
        }
        return new Snapshot(base.name(), content);
    }

    private static void add(ObjectNode properties, String name, String separator, Collection<String> clients) {
        String listed = properties.path(name).asText();
        if (!listed.startsWith("[")) { // an expression stays as it is
            Set<String> all = new LinkedHashSet<>(List.of(listed.split(separator, -1)));
            all.remove("");
            all.addAll(clients);
            properties.put(name, String.join(separator, all));
        }
    }
}
