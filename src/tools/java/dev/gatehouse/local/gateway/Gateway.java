package dev.gatehouse.local.gateway;

import dev.gatehouse.local.gateway.expression.Call;
import dev.gatehouse.local.gateway.expression.Context;
import dev.gatehouse.local.gateway.policy.Failure;
import dev.gatehouse.local.gateway.policy.Pipeline;
import dev.gatehouse.local.gateway.policy.Surroundings;
import dev.gatehouse.local.http.Handler;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.journey.Journal;
import dev.gatehouse.local.journey.Layer;
import dev.gatehouse.local.journey.Refusal;
import dev.gatehouse.token.Redaction;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** API Management on the laptop: one API with its policies in front of its backends. */
public final class Gateway implements Handler {
    /** Where every client of a server is that listens on the loopback address only. */
    private static final String CLIENT_ADDRESS = "127.0.0.1";

    private final Api api;
    private final String apiPath;
    private final Routes<Published> routes;
    private final SubscriptionCheck subscriptions;
    private final Journal journal;

    /**
     * Compiles everything that is deployed.
     *
     * @throws dev.gatehouse.local.gateway.policy.PolicyRefused when a policy cannot be executed exactly as written
     */
    public Gateway(GatewaySettings settings, Surroundings surroundings, Journal journal) {
        this.api = settings.api();
        this.apiPath = "/" + api.identity().path();
        this.routes = new Publication(settings, surroundings).routes();
        this.subscriptions = new SubscriptionCheck(api, settings.access());
        this.journal = journal;
    }

    @Override
    public Response handle(Request received) {
        Request request = TraceParent.continued(received);
        Optional<Published> operation = routes.find(request.method(), request.path());
        if (operation.isEmpty()) {
            return preflight(request).orElseGet(() -> unknown(request));
        }
        SubscriptionCheck.Outcome outcome = subscription(request);
        return outcome instanceof SubscriptionCheck.Outcome.Admitted admitted
                ? run(request, operation.get(), admitted.access())
                : refused(request, ((SubscriptionCheck.Outcome.Denied) outcome).failure());
    }

    /** A browser's question for an operation that has {@code cors}; it never carries a token or a header with a key. */
    private Optional<Response> preflight(Request request) {
        List<String> wanted = request.headers().all("Access-Control-Request-Method");
        if (!request.method().equals("OPTIONS")
                || wanted.size() != 1
                || !request.headers().has("Origin")) {
            return Optional.empty();
        }
        Call.Access access = subscription(request) instanceof SubscriptionCheck.Outcome.Admitted admitted
                ? admitted.access()
                : Call.Access.free();
        return routes.find(wanted.get(0), request.path())
                .flatMap(operation -> operation.under(access.product()).preflight(request));
    }

    private Response run(Request request, Published operation, Call.Access access) {
        Request below = request.withTarget(request.target().substring(apiPath.length()));
        Call.Target target = new Call.Target(
                api.identity(), operation.identity(), operation.template().parameters(below.path()));
        Call.Arrival arrival = new Call.Arrival(PublicAddress.of(request), CLIENT_ADDRESS);
        Call call = new Call(UUID.randomUUID(), target, access, arrival);
        Pipeline.Result result = operation.under(access.product()).run(Context.of(below, call));
        result.reason().ifPresent(reason -> refused(request, new Failure(reason, result.detail(), result.response())));
        return result.response();
    }

    private SubscriptionCheck.Outcome subscription(Request request) {
        return subscriptions.check(request, PublicAddress.origin(request) + apiPath);
    }

    private Response unknown(Request request) {
        String detail = "expected a published operation; actual " + Redaction.of(request.toString());
        return refused(request, new Failure("OperationNotFound", detail, Failure.answer(404, "Resource not found")));
    }

    private Response refused(Request request, Failure failure) {
        journal.refused(request, new Refusal(Layer.GATEWAY, failure.reason(), failure.detail()));
        return failure.answer();
    }
}
