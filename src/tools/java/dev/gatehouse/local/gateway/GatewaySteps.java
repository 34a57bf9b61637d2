package dev.gatehouse.local.gateway;

import dev.gatehouse.local.gateway.policy.Failure;
import dev.gatehouse.local.http.Request;
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
    private static final Rule SUBSCRIPTION = Rule.of(Layer.GATEWAY, "subscription");

    /** @param found empty when no operation is published for the request */
    void operation(Request request, Optional<Operation> found) {
        if (recording.isEmpty()) {
            return;
        }
        add(
                OPERATION,
                found.isPresent()
                        ? Finding.passed()
                        : Finding.refused("OperationNotFound", "a published operation", request.toString()),
                found.map(GatewaySteps::details).orElse(Map.of()));
    }

    private static Map<String, Object> details(Operation operation) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("name", operation.name());
        if (!operation.needs().isEmpty()) {
            details.put("needs", operation.needs());
        }
        return details;
    }

    void subscription(SubscriptionCheck.Outcome outcome) {
        if (recording.isEmpty()) {
            return;
        }
        if (outcome instanceof SubscriptionCheck.Outcome.Denied denied) {
            Failure failure = denied.failure();
            add(SUBSCRIPTION, Finding.refused(failure.reason(), failure.expected(), failure.actual()), Map.of());
        } else {
            String id = ((SubscriptionCheck.Outcome.Admitted) outcome)
                    .subscription()
                    .orElse("none is needed");
            add(SUBSCRIPTION, Finding.passed(), Map.of("name", id));
        }
    }

    private void add(Rule rule, Finding finding, Map<String, Object> details) {
        recording.ifPresent(journey -> journey.add(new Step(rule, finding, details, Optional.empty())));
    }
}
