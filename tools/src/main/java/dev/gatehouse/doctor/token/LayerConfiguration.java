package dev.gatehouse.doctor.token;

import dev.gatehouse.chain.easyauth.EasyAuthSettings;
import dev.gatehouse.chain.gateway.GatewaySettings;
import dev.gatehouse.chain.gateway.GatewaySettings.Service;
import dev.gatehouse.chain.gateway.policy.NamedValues;
import dev.gatehouse.chain.gateway.policy.PolicySource;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.deployment.Deployment;
import dev.gatehouse.deployment.Flow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The configuration of the layers.
 *
 * @param easyAuth empty where it is off
 * @param policies documents of the gateway that replace the deployed ones; empty: the deployed ones
 * @param notKnown ids that Azure chooses and that were not given: a comparison with one of them is undecided
 */
public record LayerConfiguration(
        Contract contract,
        Flow flow,
        Map<String, String> appSettings,
        Optional<EasyAuthSettings> easyAuth,
        GatewaySettings gateway,
        List<PolicySource> policies,
        Set<Layer> notJudged,
        UnknownIds notKnown) {
    private static final String ANYWHERE = "no-host.invalid";

    public LayerConfiguration {
        appSettings = Map.copyOf(appSettings);
        policies = List.copyOf(policies);
        notJudged = Set.copyOf(notJudged);
    }

    /** Exactly the snapshot's values: for the local chain, which uses the same ids. */
    public static LayerConfiguration local(Contract contract, Deployment deployment) {
        return new LayerConfiguration(
                contract,
                deployment.flow(),
                deployment.functionApp().settings(),
                deployment.easyAuth(),
                deployment.gateway(ANYWHERE, Map.of()),
                List.of(),
                Set.of(),
                UnknownIds.none());
    }

    /** The snapshot's values for Azure: the snapshot does not know the ids that Azure chooses. */
    public static LayerConfiguration azure(Contract contract, Deployment deployment) {
        LayerConfiguration local = local(contract, deployment);
        return new LayerConfiguration(
                contract,
                local.flow(),
                local.appSettings(),
                local.easyAuth(),
                local.gateway(),
                List.of(),
                Set.of(),
                UnknownIds.of(deployment.chosenIds()));
    }

    public LayerConfiguration withAppSettings(Map<String, String> real) {
        return new LayerConfiguration(
                contract, flow, real, easyAuth, gateway, policies, judging(Layer.GUARD), exported(Layer.GUARD));
    }

    public LayerConfiguration withEasyAuth(Optional<EasyAuthSettings> real) {
        return new LayerConfiguration(
                contract,
                flow,
                appSettings,
                real,
                gateway,
                policies,
                judging(Layer.EASY_AUTH),
                exported(Layer.EASY_AUTH));
    }

    /** Values that are not given keep their old value; secret ones are never given. */
    public LayerConfiguration withNamedValues(Map<String, String> real) {
        Service service = gateway.service();
        Map<String, String> all = new HashMap<>(service.namedValues());
        all.putAll(real);
        Service changed = new Service(service.sku(), all, service.backends());
        GatewaySettings other = new GatewaySettings(gateway.global(), gateway.api(), gateway.access(), changed);
        List<String> kept = Stream.concat(
                        service.namedValues().entrySet().stream()
                                .filter(value -> !real.containsKey(value.getKey()))
                                .map(Map.Entry::getValue),
                        policyTexts())
                .toList();
        return new LayerConfiguration(
                contract,
                flow,
                appSettings,
                easyAuth,
                other,
                policies,
                notJudged,
                notKnown.keeping(Layer.GATEWAY, id -> kept.stream().anyMatch(text -> text.contains(id))));
    }

    /**
     * With policies of another deployment. What is deployed behind them is not known until it is given, so Easy Auth and the
     * guard are not judged.
     *
     * @param values all named values that are known
     */
    public LayerConfiguration withPolicies(List<PolicySource> others, Map<String, String> values) {
        Service service = gateway.service();
        GatewaySettings known = new GatewaySettings(
                gateway.global(),
                gateway.api(),
                gateway.access(),
                new Service(service.sku(), values, service.backends()));
        return new LayerConfiguration(
                contract,
                Flow.CALLER_TOKEN,
                appSettings,
                easyAuth,
                known,
                others,
                Set.of(Layer.EASY_AUTH, Layer.GUARD),
                exported(Layer.GATEWAY));
    }

    private Set<Layer> judging(Layer layer) {
        Set<Layer> others = new HashSet<>(notJudged);
        others.remove(layer);
        return others;
    }

    /** The gateway's policies, before named values are filled in. */
    Stream<String> policyTexts() {
        if (!policies.isEmpty()) {
            return policies.stream().map(PolicySource::text);
        }
        return Stream.concat(
                Stream.of(gateway.global().text(), gateway.api().policy().text()),
                gateway.api().operations().stream()
                        .map(operation -> operation.policy().text()));
    }

    /** With the known named values. */
    Stream<String> filledPolicyTexts() {
        return policyTexts().map(new NamedValues(gateway.service().namedValues())::filledAsKnown);
    }

    private UnknownIds exported(Layer layer) {
        return notKnown.keeping(layer, id -> false);
    }

    /** Whether a text contains an id that was not given. */
    public boolean isNotKnown(String text) {
        return notKnown.isIn(text);
    }

    /** The names only: values may be secret. */
    @Override
    public String toString() {
        return "setup of " + contract.api() + ", " + flow;
    }
}
