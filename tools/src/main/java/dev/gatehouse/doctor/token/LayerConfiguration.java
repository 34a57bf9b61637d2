package dev.gatehouse.doctor.token;

import dev.gatehouse.chain.easyauth.EasyAuthSettings;
import dev.gatehouse.chain.gateway.GatewaySettings;
import dev.gatehouse.chain.gateway.GatewaySettings.Service;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.deployment.Deployment;
import dev.gatehouse.deployment.Flow;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The configuration of the layers.
 *
 * @param easyAuth empty where it is off
 * @param notKnown ids that Azure chooses and that were not given: a comparison with one of them is undecided
 */
public record LayerConfiguration(
        Contract contract,
        Flow flow,
        Map<String, String> appSettings,
        Optional<EasyAuthSettings> easyAuth,
        GatewaySettings gateway,
        Set<String> notKnown) {
    private static final String ANYWHERE = "no-host.invalid";

    public LayerConfiguration {
        appSettings = Map.copyOf(appSettings);
        notKnown = Set.copyOf(notKnown);
    }

    /** Exactly the snapshot's values: for the local chain, which uses the same ids. */
    public static LayerConfiguration local(Contract contract, Deployment deployment) {
        return new LayerConfiguration(
                contract,
                deployment.flow(),
                deployment.functionApp().settings(),
                deployment.easyAuth(),
                deployment.gateway(ANYWHERE, Map.of()),
                Set.of());
    }

    /** The snapshot's values for Azure: the snapshot does not know the ids that Azure chooses. */
    public static LayerConfiguration azure(Contract contract, Deployment deployment) {
        LayerConfiguration local = local(contract, deployment);
        return new LayerConfiguration(
                contract, local.flow(), local.appSettings(), local.easyAuth(), local.gateway(), deployment.chosenIds());
    }

    public LayerConfiguration withAppSettings(Map<String, String> real) {
        return new LayerConfiguration(contract, flow, real, easyAuth, gateway, notKnown);
    }

    public LayerConfiguration withEasyAuth(Optional<EasyAuthSettings> real) {
        return new LayerConfiguration(contract, flow, appSettings, real, gateway, notKnown);
    }

    /** Values that are not given keep their old value; secret ones are never given. */
    public LayerConfiguration withNamedValues(Map<String, String> real) {
        Service service = gateway.service();
        Map<String, String> all = new HashMap<>(service.namedValues());
        all.putAll(real);
        Service changed = new Service(service.sku(), all, service.backends());
        GatewaySettings other = new GatewaySettings(gateway.global(), gateway.api(), gateway.access(), changed);
        return new LayerConfiguration(contract, flow, appSettings, easyAuth, other, notKnown);
    }

    /** Whether a text contains an id that was not given. */
    public boolean isNotKnown(String text) {
        return notKnown.stream().anyMatch(text::contains);
    }

    /** The names only: values may be secret. */
    @Override
    public String toString() {
        return "setup of " + contract.api() + ", " + flow;
    }
}
