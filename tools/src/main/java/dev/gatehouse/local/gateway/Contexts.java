package dev.gatehouse.local.gateway;

import dev.gatehouse.local.gateway.expression.ApiIdentity;
import dev.gatehouse.local.gateway.expression.Call;
import dev.gatehouse.local.gateway.expression.Context;
import dev.gatehouse.local.gateway.expression.Url;
import dev.gatehouse.local.http.Request;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What policies see of a request. */
record Contexts(ApiIdentity api) {
    /** Where every client of a server is that listens on the loopback address only. */
    private static final String CLIENT_ADDRESS = "127.0.0.1";

    /** Of a call of an operation; its target is below the API's path. */
    Context of(Request request, Published operation, Call.Access access) {
        Request below = request.withTarget(request.target().substring(path().length()));
        Map<String, String> parameters = operation.template().parameters(below.path());
        Call.Target target = new Call.Target(Optional.of(api), Optional.of(operation.identity()), parameters);
        return context(below, PublicAddress.of(request), target, access);
    }

    /** Of a request for no operation, perhaps not even for the API. */
    Context ofUnknown(Request request) {
        Optional<ApiIdentity> called = isFor(request) ? Optional.of(api) : Optional.empty();
        Call.Target target = new Call.Target(called, Optional.empty(), Map.of());
        return context(request, PublicAddress.of(request), target, Call.Access.free());
    }

    /** Whether a request is below the API's path, whatever operations there are. */
    boolean isFor(Request request) {
        return request.path().equals(path()) || request.path().startsWith(path() + "/");
    }

    /** The API's public path. */
    String path() {
        return "/" + api.path();
    }

    private static Context context(Request request, Url url, Call.Target target, Call.Access access) {
        Call.Arrival arrival = new Call.Arrival(url, CLIENT_ADDRESS);
        return Context.of(request, new Call(UUID.randomUUID(), target, access, arrival));
    }
}
