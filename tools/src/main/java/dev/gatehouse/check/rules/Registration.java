package dev.gatehouse.check.rules;

import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.ResourceValue;
import java.util.stream.Stream;

/** An app registration in Entra. */
record Registration(DeployedResource app) {

    /** The registrations that expose an API, so that tokens are issued for them. */
    static Stream<Registration> apis(DeployedFile deployed) {
        return deployed.all(ResourceTypes.APPLICATION).map(Registration::new).filter(Registration::isApi);
    }

    private boolean isApi() {
        return !roles().isEmpty()
                || !scopes().isEmpty()
                || !identifierUris().isEmpty()
                || !requestedVersion().isAbsent();
    }

    /** Whether only the gateway calls it, with the gateway's own identity. */
    boolean isCalledByTheGateway() {
        return roles().elements().stream()
                .anyMatch(role -> role.at("value").text().marked().equals(Contract.GATEWAY_ROLE));
    }

    ResourceValue requestedVersion() {
        return app.at("properties.api.requestedAccessTokenVersion");
    }

    /** The version of the tokens that are issued for it; 1 unless it requests 2. */
    int tokenVersion() {
        return requestedVersion().text().marked().equals("2") ? 2 : 1;
    }

    ResourceValue roles() {
        return app.at("properties.appRoles");
    }

    ResourceValue scopes() {
        return app.at("properties.api.oauth2PermissionScopes");
    }

    ResourceValue identifierUris() {
        return app.at("properties.identifierUris");
    }
}
