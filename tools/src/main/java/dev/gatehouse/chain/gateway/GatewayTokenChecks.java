package dev.gatehouse.chain.gateway;

import dev.gatehouse.chain.gateway.expression.ApiIdentity;
import dev.gatehouse.chain.gateway.expression.CallFacts;
import dev.gatehouse.chain.gateway.expression.Context;
import dev.gatehouse.chain.gateway.expression.OperationIdentity;
import dev.gatehouse.chain.gateway.policy.Pipeline;
import dev.gatehouse.chain.gateway.policy.Pipeline.ExplainedPolicy;
import dev.gatehouse.chain.gateway.policy.PolicyServices;
import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.http.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Explains how a gateway's policies would decide about a token; not used for calls. */
public final class GatewayTokenChecks {
    private final Api api;
    private final List<Published> operations;

    /**
     * Compiles everything that is deployed.
     *
     * @throws dev.gatehouse.chain.gateway.policy.PolicyRefused when a policy cannot be executed exactly as written
     */
    public GatewayTokenChecks(GatewaySettings settings, PolicyServices surroundings) {
        this.api = settings.api();
        this.operations = new Publication(settings, surroundings).operations();
    }

    /** The result of each token-checking policy, by operation name, in the deployment's order. */
    public Map<String, List<ExplainedPolicy>> explain(String token) {
        Map<String, List<ExplainedPolicy>> explained = new LinkedHashMap<>();
        operations.forEach(operation -> explained.put(operation.identity().name(), explain(operation, token)));
        return explained;
    }

    /** The result of each token-checking policy of one document, for a call to any API. */
    public static List<ExplainedPolicy> explain(Pipeline pipeline, String token) {
        Request sent = new Request("GET", "/", Headers.none(), new byte[0]).with("Authorization", "Bearer " + token);
        CallFacts.Target target = new CallFacts.Target(
                Optional.of(new ApiIdentity("api", "api", "api")),
                Optional.of(new OperationIdentity("operation", "operation", "GET", "/")),
                Map.of());
        return pipeline.explainToken(Context.of(
                sent,
                new CallFacts(
                        UUID.randomUUID(),
                        target,
                        CallFacts.Access.free(),
                        new CallFacts.Arrival(PublicAddress.of(sent), "127.0.0.1"))));
    }

    /** Uses the product's policies if there are any, because most calls belong to a product. */
    private List<ExplainedPolicy> explain(Published operation, String token) {
        String path = "/" + String.join("/", operation.template().segments()).replaceAll("[{}]", "");
        Request request = new Request(operation.identity().method(), path, Headers.none(), new byte[0]);
        Request sent = request.with("Authorization", "Bearer " + token);
        CallFacts.Target target = new CallFacts.Target(
                Optional.of(api.identity()),
                Optional.of(operation.identity()),
                operation.template().parameters(path));
        CallFacts call = new CallFacts(
                UUID.randomUUID(),
                target,
                CallFacts.Access.free(),
                new CallFacts.Arrival(PublicAddress.of(sent), "127.0.0.1"));
        Pipeline pipeline = operation.byProduct().values().stream().findFirst().orElse(operation.plain());
        return pipeline.explainToken(Context.of(sent, call));
    }
}
