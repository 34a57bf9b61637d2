package dev.gatehouse.chain.gateway;

import dev.gatehouse.chain.gateway.expression.OperationIdentity;
import dev.gatehouse.chain.gateway.policy.DocumentScope;
import dev.gatehouse.chain.gateway.policy.NamedValues;
import dev.gatehouse.chain.gateway.policy.Pipeline;
import dev.gatehouse.chain.gateway.policy.PolicyCompiler;
import dev.gatehouse.chain.gateway.policy.PolicyEnvironment;
import dev.gatehouse.chain.gateway.policy.PolicyServices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compiles an API's policies, from the broadest scope to the narrowest, for each product with separate policies. */
final class Publication {
    private final GatewaySettings settings;
    private final PolicyCompiler compiler;
    private final Pipeline global;
    private final Pipeline plain;
    private final Map<String, Pipeline> byProduct = new LinkedHashMap<>();

    /** @throws dev.gatehouse.chain.gateway.policy.PolicyRefused when a policy cannot be executed exactly as written */
    Publication(GatewaySettings settings, PolicyServices surroundings) {
        this.settings = settings;
        GatewaySettings.Service service = settings.service();
        this.compiler = new PolicyCompiler(new PolicyEnvironment(
                service.sku(), new NamedValues(service.namedValues()), service.backends(), surroundings));
        this.global = compiler.compile(settings.global(), DocumentScope.GLOBAL, Optional.empty());
        this.plain = ofApi(global);
        settings.access().with(settings.api().identity().id()).forEach(product -> product.policy()
                .map(policy -> compiler.compile(policy, DocumentScope.PRODUCT, Optional.of(global)))
                .ifPresent(pipeline -> byProduct.put(product.identity().id(), ofApi(pipeline))));
    }

    /** The operations, in the deployment's order. */
    List<Published> operations() {
        return settings.api().operations().stream().map(this::published).toList();
    }

    OperationRoutes<Published> routes() {
        List<OperationRoutes.Route<Published>> routes = settings.api().operations().stream()
                .map(operation -> {
                    Published published = published(operation);
                    return new OperationRoutes.Route<>(operation.method(), published.template(), published);
                })
                .toList();
        return new OperationRoutes<>(settings.api().identity().path(), routes);
    }

    /** For calls without a matching operation. */
    Pipeline global() {
        return global;
    }

    /** For calls below the API's path without a matching operation. */
    Pipeline ofApi() {
        return plain;
    }

    private Published published(PublishedOperation operation) {
        Map<String, Pipeline> compiled = new LinkedHashMap<>();
        byProduct.forEach((product, api) -> compiled.put(product, ofOperation(operation, api)));
        OperationIdentity identity = new OperationIdentity(
                operation.name(), operation.name(), operation.method(), "/" + operation.template());
        return new Published(
                identity,
                operation.needs(),
                UrlTemplate.parse(operation.template()),
                compiled,
                ofOperation(operation, plain));
    }

    private Pipeline ofApi(Pipeline broader) {
        return compiler.compile(settings.api().policy(), DocumentScope.API, Optional.of(broader));
    }

    private Pipeline ofOperation(PublishedOperation operation, Pipeline api) {
        return compiler.compile(operation.policy(), DocumentScope.OPERATION, Optional.of(api));
    }
}
