package dev.gatehouse.chain.gateway;

import dev.gatehouse.chain.gateway.expression.Subscription;
import dev.gatehouse.chain.gateway.policy.PolicyFailure;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.trace.AppliedRule;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.chain.trace.Recording;
import dev.gatehouse.chain.trace.Step;
import dev.gatehouse.chain.trace.StepResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Records what the gateway decides before any policy runs. */
record GatewaySteps(Optional<Recording> recording) {
    private static final AppliedRule OPERATION = AppliedRule.of(Layer.GATEWAY, "operation");
    private static final AppliedRule PREFLIGHT = AppliedRule.of(Layer.GATEWAY, "cors");
    private static final AppliedRule SUBSCRIPTION = AppliedRule.of(Layer.GATEWAY, "subscription");

    void operation(Published operation) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("name", operation.identity().name());
        if (!operation.needs().isEmpty()) {
            details.put("needs", operation.needs());
        }
        add(OPERATION, StepResult.passed(), details);
    }

    void unknown(PolicyFailure failure) {
        add(OPERATION, refused(failure), Map.of());
    }

    /** A preflight request, answered instead of the operation. */
    void preflight(Response answer) {
        Object origin = answer.headers().first("Access-Control-Allow-Origin").orElse("none");
        add(PREFLIGHT, StepResult.passed(), Map.of("allowed origin", origin));
    }

    void subscription(SubscriptionCheck.Outcome outcome) {
        if (recording.isEmpty()) {
            return;
        }
        if (outcome instanceof SubscriptionCheck.Outcome.Denied denied) {
            add(SUBSCRIPTION, refused(denied.denial().failure()), Map.of());
        } else {
            String id = ((SubscriptionCheck.Outcome.Admitted) outcome)
                    .access()
                    .subscription()
                    .map(Subscription::id)
                    .orElse("not required");
            add(SUBSCRIPTION, StepResult.passed(), Map.of("name", id));
        }
    }

    private static StepResult refused(PolicyFailure failure) {
        return StepResult.refused(failure.reason(), failure.expected(), failure.actual());
    }

    private void add(AppliedRule rule, StepResult finding, Map<String, Object> details) {
        recording.ifPresent(trace -> trace.add(new Step(rule, finding, details, Optional.empty())));
    }
}
