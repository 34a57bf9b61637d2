package dev.gatehouse.local.gateway;

import dev.gatehouse.local.gateway.policy.Pipeline;
import dev.gatehouse.local.gateway.policy.PolicyCompiler;
import java.util.List;
import java.util.Optional;

/** An API with everything that is executed for it. */
record PublishedApi(String path, Routes<Published> routes, SubscriptionCheck subscriptions) {

    /** An operation by name, and what is executed for it. */
    record Published(String operation, Pipeline pipeline) {}

    /** @param path with a slash before it */
    static PublishedApi of(Api api, PolicyCompiler compiler, Pipeline global) {
        Pipeline ofApi = compiler.compile(api.policy(), Optional.of(global));
        List<Routes.Route<Published>> published = api.operations().stream()
                .map(each -> new Routes.Route<>(
                        each.method(),
                        Template.parse(each.template()),
                        new Published(each.name(), compiler.compile(each.policy(), Optional.of(ofApi)))))
                .toList();
        return new PublishedApi(
                "/" + api.path(), new Routes<>(api.path(), published), new SubscriptionCheck(api.subscriptions()));
    }
}
