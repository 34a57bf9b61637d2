package dev.gatehouse.chain.gateway;

import dev.gatehouse.chain.gateway.expression.ApiIdentity;
import dev.gatehouse.chain.gateway.expression.CallFacts;
import dev.gatehouse.chain.gateway.expression.Context;
import dev.gatehouse.chain.gateway.expression.Url;
import dev.gatehouse.chain.http.Request;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A request in the form that policies use. */
record Contexts(ApiIdentity api) {
    /** The address of every client, as the server listens on the loopback address only. */
    private static final String CLIENT_ADDRESS = "127.0.0.1";

    /** For a call of an operation; its target is below the API's path. */
    Context of(Request request, Published operation, CallFacts.Access access) {
        Request below = request.withTarget(request.target().substring(path().length()));
        Map<String, String> parameters = operation.template().parameters(below.path());
        CallFacts.Target target = new CallFacts.Target(Optional.of(api), Optional.of(operation.identity()), parameters);
        return context(below, PublicAddress.of(request), target, access);
    }

    /** For a request without a matching operation, possibly outside the API. */
    Context ofUnknown(Request request) {
        Optional<ApiIdentity> called = isFor(request) ? Optional.of(api) : Optional.empty();
        CallFacts.Target target = new CallFacts.Target(called, Optional.empty(), Map.of());
        return context(request, PublicAddress.of(request), target, CallFacts.Access.free());
    }

    /** Whether a request is below the API's path, with or without a matching operation. */
    boolean isFor(Request request) {
        return request.path().equals(path()) || request.path().startsWith(path() + "/");
    }

    /** The API's public path. */
    String path() {
        return "/" + api.path();
    }

    private static Context context(Request request, Url url, CallFacts.Target target, CallFacts.Access access) {
        CallFacts.Arrival arrival = new CallFacts.Arrival(url, CLIENT_ADDRESS);
        return Context.of(request, new CallFacts(UUID.randomUUID(), target, access, arrival));
    }
}
