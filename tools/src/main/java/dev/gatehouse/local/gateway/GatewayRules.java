package dev.gatehouse.local.gateway;

import dev.gatehouse.local.gateway.expression.Call;
import dev.gatehouse.local.gateway.expression.Context;
import dev.gatehouse.local.gateway.policy.Pipeline;
import dev.gatehouse.local.gateway.policy.Surroundings;
import dev.gatehouse.local.http.Headers;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.journey.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a gateway's policies would say of a token: for people who look for a reason, not for calls. */
public final class GatewayRules {
    private final Api api;
    private final List<Published> operations;

    /**
     * Compiles everything that is deployed.
     *
     * @throws dev.gatehouse.local.gateway.policy.PolicyRefused when a policy cannot be executed exactly as written
     */
    public GatewayRules(GatewaySettings settings, Surroundings surroundings) {
        this.api = settings.api();
        this.operations = new Publication(settings, surroundings).operations();
    }

    /** One step for each question that each policy asks, by the operations' names, in the deployment's order. */
    public Map<String, List<Step>> of(String token) {
        Map<String, List<Step>> steps = new LinkedHashMap<>();
        operations.forEach(operation -> steps.put(operation.identity().name(), of(operation, token)));
        return steps;
    }

    /** By the product's policies where there are some: a call without a product is the exception. */
    private List<Step> of(Published operation, String token) {
        String path = "/" + String.join("/", operation.template().segments()).replaceAll("[{}]", "");
        Request request = new Request(operation.identity().method(), path, Headers.none(), new byte[0]);
        Request sent = request.with("Authorization", "Bearer " + token);
        Call.Target target = new Call.Target(
                Optional.of(api.identity()),
                Optional.of(operation.identity()),
                operation.template().parameters(path));
        Call call = new Call(
                UUID.randomUUID(), target, Call.Access.free(), new Call.Arrival(PublicAddress.of(sent), "127.0.0.1"));
        Pipeline pipeline = operation.byProduct().values().stream().findFirst().orElse(operation.plain());
        return pipeline.ofToken(Context.of(sent, call));
    }
}
