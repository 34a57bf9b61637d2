package dev.gatehouse.local.gateway;

import dev.gatehouse.local.gateway.expression.Context;
import dev.gatehouse.local.gateway.policy.Deployment;
import dev.gatehouse.local.gateway.policy.Failure;
import dev.gatehouse.local.gateway.policy.NamedValues;
import dev.gatehouse.local.gateway.policy.Pipeline;
import dev.gatehouse.local.gateway.policy.PolicyCompiler;
import dev.gatehouse.local.gateway.policy.Surroundings;
import dev.gatehouse.local.http.Handler;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.journey.Journal;
import dev.gatehouse.local.journey.Layer;
import dev.gatehouse.local.journey.Refusal;
import dev.gatehouse.token.Redaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** API Management on the laptop: one API with its policies in front of its backends. */
public final class Gateway implements Handler {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]-]+");

    private final String apiPath;
    private final Routes<Pipeline> routes;
    private final SubscriptionCheck subscriptions;
    private final Journal journal;

    /**
     * Compiles everything that is deployed.
     *
     * @throws dev.gatehouse.local.gateway.policy.PolicyRefused when a policy cannot be executed exactly as written
     */
    public Gateway(GatewaySettings settings, Surroundings surroundings, Journal journal) {
        Api api = settings.api();
        PolicyCompiler compiler = new PolicyCompiler(
                new Deployment(new NamedValues(settings.namedValues()), settings.backends(), surroundings));
        Pipeline global = compiler.compile(settings.global(), Optional.empty());
        Pipeline ofApi = compiler.compile(api.policy(), Optional.of(global));
        List<Routes.Route<Pipeline>> published = api.operations().stream()
                .map(each -> new Routes.Route<>(
                        each.method(),
                        Template.parse(each.template()),
                        compiler.compile(each.policy(), Optional.of(ofApi))))
                .toList();
        this.apiPath = "/" + api.path();
        this.routes = new Routes<>(api.path(), published);
        this.subscriptions = new SubscriptionCheck(api.subscriptions());
        this.journal = journal;
    }

    @Override
    public Response handle(Request received) {
        Request request = TraceParent.continued(received);
        Optional<Pipeline> pipeline = routes.find(request.method(), request.path());
        if (pipeline.isEmpty()) {
            String detail = "expected a published operation; actual " + Redaction.of(request.toString());
            return refused(
                    request, new Failure("OperationNotFound", detail, Failure.answer(404, "Resource not found")));
        }
        SubscriptionCheck.Outcome outcome = subscriptions.check(request, realm(request));
        if (outcome instanceof SubscriptionCheck.Outcome.Denied denied) {
            return refused(request, denied.failure());
        }
        return run(request, pipeline.get(), ((SubscriptionCheck.Outcome.Admitted) outcome).subscription());
    }

    private Response run(Request request, Pipeline pipeline, Optional<String> subscription) {
        Request below = request.withTarget(request.target().substring(apiPath.length()));
        Pipeline.Result result = pipeline.run(new Context(below, Map.of(), subscription));
        result.reason().ifPresent(reason -> refused(request, new Failure(reason, result.detail(), result.response())));
        return result.response();
    }

    private Response refused(Request request, Failure failure) {
        journal.refused(request, new Refusal(Layer.GATEWAY, failure.reason(), failure.detail()));
        return failure.answer();
    }

    private String realm(Request request) {
        String host = request.headers()
                .first("Host")
                .filter(name -> HOST.matcher(name).matches())
                .orElse("localhost");
        return "https://" + host + apiPath;
    }
}
