package dev.gatehouse.local.gateway;

import dev.gatehouse.local.gateway.expression.Call;
import dev.gatehouse.local.gateway.expression.Context;
import dev.gatehouse.local.gateway.policy.Failure;
import dev.gatehouse.local.gateway.policy.Surroundings;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.journey.RecordedHandler;
import dev.gatehouse.local.journey.Recording;
import dev.gatehouse.local.journey.TraceParent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** API Management on the laptop: one API with its policies in front of its backends. */
public final class Gateway implements RecordedHandler {
    /** Where every client of a server is that listens on the loopback address only. */
    private static final String CLIENT_ADDRESS = "127.0.0.1";

    private final Api api;
    private final String apiPath;
    private final Routes<Published> routes;
    private final SubscriptionCheck subscriptions;

    /**
     * Compiles everything that is deployed.
     *
     * @throws dev.gatehouse.local.gateway.policy.PolicyRefused when a policy cannot be executed exactly as written
     */
    public Gateway(GatewaySettings settings, Surroundings surroundings) {
        this.api = settings.api();
        this.apiPath = "/" + api.identity().path();
        this.routes = new Publication(settings, surroundings).routes();
        this.subscriptions = new SubscriptionCheck(api, settings.access());
    }

    @Override
    public Response handle(Request received, Optional<Recording> recording) {
        Request request = TraceParent.continued(received);
        recording.ifPresent(journey -> request.headers().first(TraceParent.NAME).ifPresent(journey::goesOnAs));
        GatewaySteps steps = new GatewaySteps(recording);
        Optional<Published> operation = routes.find(request.method(), request.path());
        if (operation.isEmpty()) {
            return preflight(request, steps).orElseGet(() -> unknown(request, steps));
        }
        steps.operation(operation.get());
        SubscriptionCheck.Outcome outcome = subscription(request);
        steps.subscription(outcome);
        return outcome instanceof SubscriptionCheck.Outcome.Admitted admitted
                ? run(request, operation.get(), admitted.access(), recording)
                : ((SubscriptionCheck.Outcome.Denied) outcome).failure().answer();
    }

    /** A browser's question for an operation that has {@code cors}; it never carries a token or a header with a key. */
    private Optional<Response> preflight(Request request, GatewaySteps steps) {
        List<String> wanted = request.headers().all("Access-Control-Request-Method");
        if (!request.method().equals("OPTIONS")
                || wanted.size() != 1
                || !request.headers().has("Origin")) {
            return Optional.empty();
        }
        Call.Access access = subscription(request) instanceof SubscriptionCheck.Outcome.Admitted admitted
                ? admitted.access()
                : Call.Access.free();
        Optional<Response> answer = routes.find(wanted.get(0), request.path())
                .flatMap(operation -> operation.under(access.product()).preflight(request));
        answer.ifPresent(steps::preflight);
        return answer;
    }

    private Response run(Request request, Published operation, Call.Access access, Optional<Recording> recording) {
        Request below = request.withTarget(request.target().substring(apiPath.length()));
        Call.Target target = new Call.Target(
                api.identity(), operation.identity(), operation.template().parameters(below.path()));
        Call.Arrival arrival = new Call.Arrival(PublicAddress.of(request), CLIENT_ADDRESS);
        Call call = new Call(UUID.randomUUID(), target, access, arrival);
        return operation
                .under(access.product())
                .run(Context.of(below, call), recording)
                .response();
    }

    private SubscriptionCheck.Outcome subscription(Request request) {
        return subscriptions.check(request, PublicAddress.origin(request) + apiPath);
    }

    private static Response unknown(Request request, GatewaySteps steps) {
        steps.unknown(request);
        return Failure.answer(404, "Resource not found");
    }
}
