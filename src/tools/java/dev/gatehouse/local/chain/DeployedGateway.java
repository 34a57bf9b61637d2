package dev.gatehouse.local.chain;

import dev.gatehouse.contract.Contract;
import dev.gatehouse.contract.Requirement;
import dev.gatehouse.local.gateway.Access;
import dev.gatehouse.local.gateway.Api;
import dev.gatehouse.local.gateway.GatewaySettings;
import dev.gatehouse.local.gateway.Operation;
import dev.gatehouse.local.gateway.ProductSettings;
import dev.gatehouse.local.gateway.RequirementExpression;
import dev.gatehouse.local.gateway.SubscriptionSettings;
import dev.gatehouse.local.gateway.expression.ApiIdentity;
import dev.gatehouse.local.gateway.expression.Product;
import dev.gatehouse.local.gateway.expression.Subscription;
import dev.gatehouse.local.gateway.policy.Backend;
import dev.gatehouse.local.gateway.policy.PolicySource;
import dev.gatehouse.local.gateway.policy.Sku;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The gateway as it is deployed: the contract's operations, but for the public ones, under the policies that ship.
 *
 * @param policies the folder that they lie in
 */
public record DeployedGateway(Deployment deployment, Path policies) {

    public GatewaySettings settings(Backend functionApp, String subscriptionKey) {
        Contract contract = deployment.contract();
        Api api = new Api(
                new ApiIdentity(contract.api(), contract.api(), contract.api()),
                policy(deployment.validation().policy(deployment.flow())),
                true,
                operations(contract));
        GatewaySettings.Service service = new GatewaySettings.Service(
                Sku.CONSUMPTION, deployment.namedValues(), Map.of("function-app", functionApp));
        return new GatewaySettings(policy("global.xml"), api, access(contract, subscriptionKey), service);
    }

    /** A product without policies of its own, and one subscription to it. */
    private static Access access(Contract contract, String subscriptionKey) {
        Product product = new Product(contract.api(), contract.api());
        return new Access(
                List.of(new ProductSettings(product, Set.of(contract.api()), false, Optional.empty())),
                List.of(new SubscriptionSettings(
                        new Subscription("demonstration", "demonstration", subscriptionKey),
                        new SubscriptionSettings.Scope.OneProduct(product.id()))));
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
                                        new RequirementExpression(requirement).in(template.text())),
                                needs(requirement))))
                .toList();
    }

    private static String needs(Requirement requirement) {
        return Stream.of(
                        needs("an app: role ", requirement.appRoles()),
                        needs("a user: role ", requirement.userRoles()),
                        needs("a user: scope ", requirement.scopes()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String needs(String kind, List<String> names) {
        return names.isEmpty() ? "" : kind + String.join(" or ", names);
    }

    private PolicySource policy(String file) {
        try {
            return PolicySource.read(policies.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the policy " + policies.resolve(file) + " cannot be read", unreadable);
        }
    }
}
