package dev.gatehouse.deployment;

import java.util.List;
import java.util.function.Function;

/** The user-assigned managed identities that a resource has. */
record Identities(List<DeployedResource> resources) {

    /** The identities of a resource, if any; each must be part of the deployment. */
    static Identities of(Properties resource, Snapshot snapshot) {
        if (!resource.names().contains("identity")) {
            return new Identities(List.of());
        }
        Properties identity = resource.object("identity").exactly("type", "UserAssigned");
        Properties assigned = identity.object("userAssignedIdentities");
        return new Identities(assigned.names().stream()
                .map(id -> {
                    assigned.object(id);
                    return snapshot.resources(ResourceTypes.IDENTITY).stream()
                            .filter(each -> each.id().equalsIgnoreCase(id))
                            .findFirst()
                            .orElseThrow(() -> assigned.fault(id, "is not an identity of this deployment"));
                })
                .toList());
    }

    List<String> clientIds() {
        return resources.stream().map(Identities::clientId).toList();
    }

    static String clientId(DeployedResource identity) {
        return LocalId.of(identity.id(), "clientId");
    }

    static String principalId(DeployedResource identity) {
        return LocalId.of(identity.id(), "principalId");
    }

    /** The identity that a property names by its client id. */
    DeployedResource byClientId(Properties properties, String name, String value) {
        return named(properties, name, value, Identities::clientId);
    }

    /** The identity that a property names by its resource id. */
    DeployedResource byId(Properties properties, String name) {
        return named(properties, name, properties.required(name), DeployedResource::id);
    }

    private DeployedResource named(
            Properties properties, String name, String value, Function<DeployedResource, String> key) {
        return resources.stream()
                .filter(each -> key.apply(each).equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> properties.fault(
                        name,
                        "names " + value + ", which is not one of the identities that are assigned there: "
                                + resources.stream()
                                        .map(DeployedResource::ownName)
                                        .toList()));
    }
}
