package dev.gatehouse.local.gateway;

import dev.gatehouse.local.gateway.policy.Failure;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.journey.Finding;
import dev.gatehouse.local.journey.Layer;
import dev.gatehouse.local.journey.Recording;
import dev.gatehouse.local.journey.Rule;
import dev.gatehouse.local.journey.Step;
import java.util.Map;
import java.util.Optional;

/** Records what the gateway decides before any policy runs. */
record GatewaySteps(Optional<Recording> recording) {
    private static final Rule OPERATION = Rule.of(Layer.GATEWAY, "operation");
    private static final Rule SUBSCRIPTION = Rule.of(Layer.GATEWAY, "subscription");

    /** @param name of the operation; empty when none is published for the request */
    void operation(Request request, Optional<String> name) {
        if (recording.isEmpty()) {
            return;
        }
        add(
                OPERATION,
                name.isPresent()
                        ? Finding.passed()
                        : Finding.refused("OperationNotFound", "a published operation", request.toString()),
                name.<Map<String, Object>>map(known -> Map.of("name", known)).orElse(Map.of()));
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
