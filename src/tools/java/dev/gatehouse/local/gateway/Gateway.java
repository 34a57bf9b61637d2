package dev.gatehouse.local.gateway;

import dev.gatehouse.local.gateway.expression.Context;
import dev.gatehouse.local.gateway.policy.Deployment;
import dev.gatehouse.local.gateway.policy.Failure;
import dev.gatehouse.local.gateway.policy.NamedValues;
import dev.gatehouse.local.gateway.policy.Pipeline;
import dev.gatehouse.local.gateway.policy.PolicyCompiler;
import dev.gatehouse.local.gateway.policy.Surroundings;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.journey.RecordedHandler;
import dev.gatehouse.local.journey.Recording;
import dev.gatehouse.local.journey.TraceParent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** API Management on the laptop: one API with its policies in front of its backends. */
public final class Gateway implements RecordedHandler {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]-]+");

    private final String apiPath;
    private final Routes<Published> routes;
    private final SubscriptionCheck subscriptions;

    /** An operation by name, and what is executed for it. */
    private record Published(Operation operation, Pipeline pipeline) {}

    /**
     * Compiles everything that is deployed.
     *
     * @throws dev.gatehouse.local.gateway.policy.PolicyRefused when a policy cannot be executed exactly as written
     */
    public Gateway(GatewaySettings settings, Surroundings surroundings) {
        Api api = settings.api();
        PolicyCompiler compiler = new PolicyCompiler(
                new Deployment(new NamedValues(settings.namedValues()), settings.backends(), surroundings));
        Pipeline global = compiler.compile(settings.global(), Optional.empty());
        Pipeline ofApi = compiler.compile(api.policy(), Optional.of(global));
        List<Routes.Route<Published>> published = api.operations().stream()
                .map(each -> new Routes.Route<>(
                        each.method(),
                        Template.parse(each.template()),
                        new Published(each, compiler.compile(each.policy(), Optional.of(ofApi)))))
                .toList();
        this.apiPath = "/" + api.path();
        this.routes = new Routes<>(api.path(), published);
        this.subscriptions = new SubscriptionCheck(api.subscriptions());
    }

    @Override
    public Response handle(Request received, Optional<Recording> recording) {
        Request request = TraceParent.continued(received);
        recording.ifPresent(journey -> request.headers().first(TraceParent.NAME).ifPresent(journey::goesOnAs));
        Optional<Published> published = routes.find(request.method(), request.path());
        GatewaySteps steps = new GatewaySteps(recording);
        steps.operation(request, published.map(Published::operation));
        if (published.isEmpty()) {
            return Failure.answer(404, "Resource not found");
        }
        SubscriptionCheck.Outcome outcome = subscriptions.check(request, realm(request));
        steps.subscription(outcome);
        if (outcome instanceof SubscriptionCheck.Outcome.Denied denied) {
            return denied.failure().answer();
        }
        Request below = request.withTarget(request.target().substring(apiPath.length()));
        Optional<String> subscription = ((SubscriptionCheck.Outcome.Admitted) outcome).subscription();
        return published
                .get()
                .pipeline()
                .run(new Context(below, Map.of(), subscription), recording)
                .response();
    }

    private String realm(Request request) {
        String host = request.headers()
                .first("Host")
                .filter(name -> HOST.matcher(name).matches())
                .orElse("localhost");
        return "https://" + host + apiPath;
    }
}
