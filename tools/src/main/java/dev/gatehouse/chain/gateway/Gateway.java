package dev.gatehouse.chain.gateway;

import dev.gatehouse.chain.gateway.expression.ApiIdentity;
import dev.gatehouse.chain.gateway.expression.CallFacts;
import dev.gatehouse.chain.gateway.expression.Context;
import dev.gatehouse.chain.gateway.expression.Url;
import dev.gatehouse.chain.gateway.policy.BuiltInFailure;
import dev.gatehouse.chain.gateway.policy.Pipeline;
import dev.gatehouse.chain.gateway.policy.PolicyFailure;
import dev.gatehouse.chain.gateway.policy.PolicyServices;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.trace.RecordedHandler;
import dev.gatehouse.chain.trace.Recording;
import dev.gatehouse.chain.trace.TraceParent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The local API Management: one API with its policies, in front of its backends. */
public final class Gateway implements RecordedHandler {
    private final Contexts contexts;
    private final Publication publication;
    private final OperationRoutes<Published> routes;
    private final SubscriptionCheck subscriptions;

    /**
     * Compiles everything that is deployed.
     *
     * @throws dev.gatehouse.chain.gateway.policy.PolicyRefused when a policy cannot be executed exactly as written
     */
    public Gateway(GatewaySettings settings, PolicyServices surroundings) {
        this.contexts = new Contexts(settings.api().identity());
        this.publication = new Publication(settings, surroundings);
        this.routes = publication.routes();
        this.subscriptions = new SubscriptionCheck(settings.api(), settings.access());
    }

    @Override
    public Response handle(Request received, Optional<Recording> recording) {
        Request request = TraceParent.continued(received);
        recording.ifPresent(trace -> request.headers().first(TraceParent.NAME).ifPresent(trace::goesOnAs));
        GatewaySteps steps = new GatewaySteps(recording);
        Optional<Published> operation = routes.find(request.method(), request.path());
        return operation.isPresent()
                ? run(request, operation.get(), steps)
                : preflight(request, steps).orElseGet(() -> unknown(request, steps));
    }

    /** A preflight request for an operation with {@code cors}; it never has a token or a key header. */
    private Optional<Response> preflight(Request request, GatewaySteps steps) {
        List<String> wanted = request.headers().all("Access-Control-Request-Method");
        if (!request.method().equals("OPTIONS")
                || wanted.size() != 1
                || !request.headers().has("Origin")) {
            return Optional.empty();
        }
        CallFacts.Access access = subscription(request) instanceof SubscriptionCheck.Outcome.Admitted admitted
                ? admitted.access()
                : CallFacts.Access.free();
        Optional<Response> answer = routes.find(wanted.get(0), request.path())
                .flatMap(operation -> operation.under(access.product()).preflight(request));
        answer.ifPresent(steps::preflight);
        return answer;
    }

    private Response run(Request request, Published operation, GatewaySteps steps) {
        steps.operation(operation);
        SubscriptionCheck.Outcome outcome = subscription(request);
        steps.subscription(outcome);
        if (outcome instanceof SubscriptionCheck.Outcome.Admitted admitted) {
            CallFacts.Access access = admitted.access();
            return operation.under(access.product()).run(contexts.of(request, operation, access), steps.recording());
        }
        BuiltInFailure denial = ((SubscriptionCheck.Outcome.Denied) outcome).denial();
        return operation
                .plain()
                .denied(contexts.of(request, operation, CallFacts.Access.free()), denial, steps.recording());
    }

    private SubscriptionCheck.Outcome subscription(Request request) {
        return subscriptions.check(request, PublicAddress.origin(request) + contexts.path());
    }

    /** Uses the narrowest matching scope: the API's if the path is the API's, otherwise the global one. */
    private Response unknown(Request request, GatewaySteps steps) {
        PolicyFailure failure = new PolicyFailure(
                "OperationNotFound",
                "a published operation",
                request.toString(),
                PolicyFailure.answer(404, "Resource not found"));
        steps.unknown(failure);
        BuiltInFailure denial =
                new BuiltInFailure("configuration", "Unable to match incoming request to an operation.", failure);
        Pipeline narrowest = contexts.isFor(request) ? publication.ofApi() : publication.global();
        return narrowest.denied(contexts.ofUnknown(request), denial, steps.recording());
    }

    /** A request in the form that policies use. */
    private record Contexts(ApiIdentity api) {
        /** The address of every client, as the server listens on the loopback address only. */
        private static final String CLIENT_ADDRESS = "127.0.0.1";

        /** For a call of an operation; its target is below the API's path. */
        Context of(Request request, Published operation, CallFacts.Access access) {
            Request below = request.withTarget(request.target().substring(path().length()));
            Map<String, String> parameters = operation.template().parameters(below.path());
            CallFacts.Target target =
                    new CallFacts.Target(Optional.of(api), Optional.of(operation.identity()), parameters);
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
}
