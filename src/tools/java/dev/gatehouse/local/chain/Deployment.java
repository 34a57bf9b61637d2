package dev.gatehouse.local.chain;

import dev.gatehouse.contract.Contract;
import dev.gatehouse.local.easyauth.EasyAuthSettings;
import dev.gatehouse.local.entra.directory.Directory;
import java.util.HashMap;
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

    /** The same deployment with these named values changed. */
    public Deployment withNamedValues(Map<String, String> changed) {
        Map<String, String> values = new HashMap<>(namedValues);
        values.putAll(changed);
        return new Deployment(flow, validation, contract, directory, gatewayIdentities, easyAuth, values, appSettings);
    }
}
