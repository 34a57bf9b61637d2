package dev.gatehouse.local.chain;

import dev.gatehouse.contract.Contract;
import dev.gatehouse.local.easyauth.EasyAuthSettings;
import dev.gatehouse.local.entra.directory.Directory;
import java.util.List;
import java.util.Map;

/**
 * What would be deployed: the one model that Entra, gateway, Easy Auth and host are started from.
 *
 * @param gatewayIdentities client ids of the managed identities that the gateway has
 * @param namedValues of the gateway
 * @param appSettings of the function app
 */
public record Deployment(
        Flow flow,
        Validation validation,
        Contract contract,
        Directory directory,
        List<String> gatewayIdentities,
        EasyAuthSettings easyAuth,
        Map<String, String> namedValues,
        Map<String, String> appSettings) {
    public Deployment {
        gatewayIdentities = List.copyOf(gatewayIdentities);
        namedValues = Map.copyOf(namedValues);
        appSettings = Map.copyOf(appSettings);
    }
}
