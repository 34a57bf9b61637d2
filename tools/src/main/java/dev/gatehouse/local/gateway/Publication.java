package dev.gatehouse.local.gateway;

import dev.gatehouse.local.gateway.expression.OperationIdentity;
import dev.gatehouse.local.gateway.policy.Deployment;
import dev.gatehouse.local.gateway.policy.NamedValues;
import dev.gatehouse.local.gateway.policy.Pipeline;
import dev.gatehouse.local.gateway.policy.PolicyCompiler;
import dev.gatehouse.local.gateway.policy.Scope;
import dev.gatehouse.local.gateway.policy.Surroundings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compiles an API's policies, from the broadest scope to the narrowest, for each product that has some of its own. */
final class Publication {
    private final GatewaySettings settings;
    private final PolicyCompiler compiler;
    private final Pipeline global;
    private final Pipeline plain;
    private final Map<String, Pipeline> byProduct = new LinkedHashMap<>();

    /** @throws dev.gatehouse.local.gateway.policy.PolicyRefused when a policy cannot be executed exactly as written */
    Publication(GatewaySettings settings, Surroundings surroundings) {
        this.settings = settings;
        GatewaySettings.Service service = settings.service();
        this.compiler = new PolicyCompiler(new Deployment(
                service.sku(), new NamedValues(service.namedValues()), service.backends(), surroundings));
        this.global = compiler.compile(settings.global(), Scope.GLOBAL, Optional.empty());
        this.plain = ofApi(global);
        settings.access().with(settings.api().identity().id()).forEach(product -> product.policy()
                .map(policy -> compiler.compile(policy, Scope.PRODUCT, Optional.of(global)))
                .ifPresent(pipeline -> byProduct.put(product.identity().id(), ofApi(pipeline))));
    }

    /** The operations, in the deployment's order. */
    List<Published> operations() {
        return settings.api().operations().stream().map(this::published).toList();
    }

    Routes<Published> routes() {
        List<Routes.Route<Published>> routes = settings.api().operations().stream()
                .map(operation -> {
                    Published published = published(operation);
                    return new Routes.Route<>(operation.method(), published.template(), published);
                })
                .toList();
        return new Routes<>(settings.api().identity().path(), routes);
    }

    /** For calls of no operation. */
    Pipeline global() {
        return global;
    }

    /** For calls of no operation below the API's path. */
    Pipeline ofApi() {
        return plain;
    }

    private Published published(Operation operation) {
        Map<String, Pipeline> compiled = new LinkedHashMap<>();
        byProduct.forEach((product, api) -> compiled.put(product, ofOperation(operation, api)));
        OperationIdentity identity = new OperationIdentity(
                operation.name(), operation.name(), operation.method(), "/" + operation.template());
        return new Published(
                identity,
                operation.needs(),
                Template.parse(operation.template()),
                compiled,
                ofOperation(operation, plain));
    }

    private Pipeline ofApi(Pipeline broader) {
        return compiler.compile(settings.api().policy(), Scope.API, Optional.of(broader));
    }

    private Pipeline ofOperation(Operation operation, Pipeline api) {
        return compiler.compile(operation.policy(), Scope.OPERATION, Optional.of(api));
    }
}
