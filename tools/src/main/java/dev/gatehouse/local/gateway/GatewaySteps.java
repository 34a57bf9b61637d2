package dev.gatehouse.local.gateway;

import dev.gatehouse.local.gateway.expression.Subscription;
import dev.gatehouse.local.gateway.policy.Failure;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.journey.Finding;
import dev.gatehouse.local.journey.Layer;
import dev.gatehouse.local.journey.Recording;
import dev.gatehouse.local.journey.Rule;
import dev.gatehouse.local.journey.Step;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Records what the gateway decides before any policy runs. */
record GatewaySteps(Optional<Recording> recording) {
    private static final Rule OPERATION = Rule.of(Layer.GATEWAY, "operation");
    private static final Rule PREFLIGHT = Rule.of(Layer.GATEWAY, "cors");
    private static final Rule SUBSCRIPTION = Rule.of(Layer.GATEWAY, "subscription");

    void operation(Published operation) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("name", operation.identity().name());
        if (!operation.needs().isEmpty()) {
            details.put("needs", operation.needs());
        }
        add(OPERATION, Finding.passed(), details);
    }

    void unknown(Failure failure) {
        add(OPERATION, refused(failure), Map.of());
    }

    /** A browser's question, answered in the operation's place. */
    void preflight(Response answer) {
        Object origin = answer.headers().first("Access-Control-Allow-Origin").orElse("none");
        add(PREFLIGHT, Finding.passed(), Map.of("allowed origin", origin));
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
                    .orElse("none is needed");
            add(SUBSCRIPTION, Finding.passed(), Map.of("name", id));
        }
    }

    private static Finding refused(Failure failure) {
        return Finding.refused(failure.reason(), failure.expected(), failure.actual());
    }

    private void add(Rule rule, Finding finding, Map<String, Object> details) {
        recording.ifPresent(journey -> journey.add(new Step(rule, finding, details, Optional.empty())));
    }
}
