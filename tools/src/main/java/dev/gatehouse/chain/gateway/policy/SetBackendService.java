package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.xml.XmlElement;
import java.net.URI;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

/** {@code set-backend-service}: sets the backend of the call. */
record SetBackendService(Exchange.Destination destination) implements Policy {
    static final PolicyKind KIND = new PolicyKind(
            "set-backend-service",
            EnumSet.of(Section.INBOUND, Section.BACKEND),
            Shape.empty().allowing("backend-id", "base-url"),
            SetBackendService::compile);

    private static Policy compile(XmlElement element, Compilation compilation) {
        Optional<String> id = compilation.literal(element, "backend-id");
        Optional<String> url = compilation.literal(element, "base-url");
        if (id.isPresent() == url.isPresent()) {
            throw compilation.refused(element, "must have either backend-id or base-url");
        }
        Backend backend = id.isPresent() ? known(element, id.get(), compilation) : at(element, url.get(), compilation);
        return new SetBackendService(new Exchange.Destination(id, backend));
    }

    private static Backend known(XmlElement element, String id, Compilation compilation) {
        return Optional.ofNullable(compilation.deployment().backends().get(id))
                .orElseThrow(() -> compilation.refused(element, "backend-id", "is not a backend of the deployment"));
    }

    private static Backend at(XmlElement element, String url, Compilation compilation) {
        try {
            return new Backend(URI.create(url), Map.of());
        } catch (IllegalArgumentException noUrl) {
            throw compilation.refused(element, "base-url", "must be an absolute URL without user, password and query");
        }
    }

    /** A base-url cannot replace a backend-id of a broader scope. */
    @Override
    public PolicyOutcome apply(Exchange exchange) {
        boolean named = exchange.backend().flatMap(Exchange.Destination::id).isPresent();
        return named && destination.id().isEmpty()
                ? new PolicyOutcome.Failed(
                        exchange,
                        PolicyFailure.internal(
                                "BackendConnectionFailure",
                                "no base-url after a backend-id",
                                "a base-url after a backend-id"))
                : new PolicyOutcome.Next(exchange.withBackend(destination));
    }
}
