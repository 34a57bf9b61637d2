package dev.gatehouse.local.chain;

import dev.gatehouse.contract.Contract;
import dev.gatehouse.local.gateway.Api;
import dev.gatehouse.local.gateway.GatewaySettings;
import dev.gatehouse.local.gateway.Operation;
import dev.gatehouse.local.gateway.RequirementExpression;
import dev.gatehouse.local.gateway.Subscriptions;
import dev.gatehouse.local.gateway.policy.Backend;
import dev.gatehouse.local.gateway.policy.PolicySource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The gateway as it is deployed: the contract's operations, but for the public ones, under the policies that ship.
 *
 * @param policies the folder that they lie in
 */
public record DeployedGateway(Deployment deployment, Path policies) {

    public GatewaySettings settings(Backend functionApp, String subscriptionKey) {
        Contract contract = deployment.contract();
        Subscriptions subscriptions = new Subscriptions(true, Map.of("demonstration", subscriptionKey));
        Api api = new Api(
                contract.api(),
                policy(deployment.validation().policy(deployment.flow())),
                subscriptions,
                operations(contract));
        return new GatewaySettings(
                policy("global.xml"), api, deployment.namedValues(), Map.of("function-app", functionApp));
    }

    private List<Operation> operations(Contract contract) {
        PolicySource template = policy("operation.xml");
        return contract.operations().stream()
                .flatMap(operation -> operation.requirement().stream()
                        .map(requirement -> new Operation(
                                operation.function(),
                                operation.method(),
                                operation.route(),
                                new PolicySource(
                                        template.name() + " for " + operation.function(),
                                        new RequirementExpression(requirement).in(template.text())))))
                .toList();
    }

    private PolicySource policy(String file) {
        try {
            return PolicySource.read(policies.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the policy " + policies.resolve(file) + " cannot be read", unreadable);
        }
    }
}
