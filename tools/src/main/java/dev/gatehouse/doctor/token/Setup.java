package dev.gatehouse.doctor.token;

import dev.gatehouse.contract.Contract;
import dev.gatehouse.local.deployment.Deployment;
import dev.gatehouse.local.deployment.Flow;
import dev.gatehouse.local.easyauth.EasyAuthSettings;
import dev.gatehouse.local.gateway.GatewaySettings;
import dev.gatehouse.local.gateway.GatewaySettings.Service;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the layers are set up.
 *
 * @param easyAuth empty where it is off
 * @param notKnown ids in all of this that Azure chooses and nobody has told: what is compared with one stays undecided
 */
public record Setup(
        Contract contract,
        Flow flow,
        Map<String, String> appSettings,
        Optional<EasyAuthSettings> easyAuth,
        GatewaySettings gateway,
        Set<String> notKnown) {
    private static final String ANYWHERE = "no-host.invalid";

    public Setup {
        appSettings = Map.copyOf(appSettings);
        notKnown = Set.copyOf(notKnown);
    }

    /** What the snapshot says, exactly: for the chain on this machine, whose ids are those. */
    public static Setup local(Contract contract, Deployment deployment) {
        return new Setup(
                contract,
                deployment.flow(),
                deployment.functionApp().settings(),
                deployment.easyAuth(),
                deployment.gateway(ANYWHERE, Map.of()),
                Set.of());
    }

    /** What the snapshot says, for Azure: it cannot know the ids that Azure chooses. */
    public static Setup azure(Contract contract, Deployment deployment) {
        Setup local = local(contract, deployment);
        return new Setup(
                contract, local.flow(), local.appSettings(), local.easyAuth(), local.gateway(), deployment.chosenIds());
    }

    public Setup withAppSettings(Map<String, String> real) {
        return new Setup(contract, flow, real, easyAuth, gateway, notKnown);
    }

    public Setup withEasyAuth(Optional<EasyAuthSettings> real) {
        return new Setup(contract, flow, appSettings, real, gateway, notKnown);
    }

    /** Those that are not given, as secret ones never are, stay as they were. */
    public Setup withNamedValues(Map<String, String> real) {
        Service service = gateway.service();
        Map<String, String> all = new HashMap<>(service.namedValues());
        all.putAll(real);
        Service changed = new Service(service.sku(), all, service.backends());
        GatewaySettings other = new GatewaySettings(gateway.global(), gateway.api(), gateway.access(), changed);
        return new Setup(contract, flow, appSettings, easyAuth, other, notKnown);
    }

    /** Whether a text holds an id that nobody has told. */
    public boolean isNotKnown(String text) {
        return notKnown.stream().anyMatch(text::contains);
    }

    /** The names only: values may be secret. */
    @Override
    public String toString() {
        return "setup of " + contract.api() + ", " + flow;
    }
}
