package dev.gatehouse.doctor.token;

import dev.gatehouse.chain.gateway.GatewayTokenChecks;
import dev.gatehouse.chain.gateway.policy.Pipeline.ExplainedPolicy;
import dev.gatehouse.chain.gateway.policy.PolicyServices;
import dev.gatehouse.chain.gateway.token.EntraTokens;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.Reason;
import dev.gatehouse.token.SignatureCheck;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The report on the gateway's deployed policies. */
record GatewayLayer(TokenAdvice advice, SignatureCheck signatures, Clock clock) {
    private static final String ALLOWED_CLIENTS = "allowed-clients";

    /** The checks common to all operations, and what each operation requires in addition. */
    record Result(LayerReport layer, Map<String, RuleReport> operations) {}

    Result of(String token) {
        PolicyServices services =
                new PolicyServices(clock, new EntraTokens(signatures, WellKnownIssuers::of), (request, origin) -> {
                    throw new IOException("nothing is called");
                });
        if (!advice.configuration().policies().isEmpty()) {
            return new Result(ofOwn(token, services), Map.of());
        }
        Map<String, List<ExplainedPolicy>> policies =
                new GatewayTokenChecks(advice.configuration().gateway(), services).explain(token);
        Map<String, RuleReport> operations = new LinkedHashMap<>();
        policies.forEach((operation, all) -> all.stream()
                .filter(GatewayLayer::isOfOperation)
                .map(this::report)
                .reduce((one, other) -> one.isRefused() ? one : other)
                .ifPresent(rule -> operations.put(operation, rule)));
        List<RuleReport> common = policies.values().stream()
                .flatMap(List::stream)
                .filter(policy -> !isOfOperation(policy))
                .map(this::report)
                .distinct()
                .toList();
        return new Result(LayerReport.of(Layer.GATEWAY, common), operations);
    }

    private LayerReport ofOwn(String token, PolicyServices services) {
        LayerConfiguration setup = advice.configuration();
        OwnPolicies.Result result =
                new OwnPolicies(setup.gateway().service().namedValues(), services, token).explain(setup.policies());
        List<RuleReport> rules =
                new ArrayList<>(result.explained().stream().map(this::report).toList());
        result.undecided()
                .forEach(left -> rules.add(new RuleReport(
                        left.title() + ": " + left.why(),
                        CheckResult.undecided(new NotExecuted(left.title()), "", ""),
                        left.why().contains("named value")
                                ? "Give the named values: az apim nv list --resource-group GROUP --service-name NAME > nv.json, and"
                                        + " --named-values nv.json"
                                : "Read this part of the policy yourself: it is not executed here.")));
        return new LayerReport(Layer.GATEWAY, true, String.join(" ", result.notes()), rules);
    }

    private static boolean isOfOperation(ExplainedPolicy policy) {
        return policy.place().scope().equals("operation");
    }

    private RuleReport report(ExplainedPolicy policy) {
        String title = policy.result().id().title();
        return advice.on(
                Layer.GATEWAY,
                title.equals(policy.policy()) ? title : policy.policy() + ", " + title,
                policy.result(),
                comparedWith(policy));
    }

    /** A condition of a policy names no values; the allow-list of this product's policies is in a named value. */
    private Collection<String> comparedWith(ExplainedPolicy policy) {
        CheckResult result = policy.result();
        boolean isAllowList =
                policy.values().isEmpty() && result.id().reason().equals(Optional.of(Reason.CLIENT_NOT_ALLOWED));
        return isAllowList
                ? List.of(
                        advice.configuration().gateway().service().namedValues().getOrDefault(ALLOWED_CLIENTS, ""))
                : policy.values();
    }
}
