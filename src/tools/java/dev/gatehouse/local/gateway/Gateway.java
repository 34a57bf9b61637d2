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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** API Management on the laptop: APIs with their policies in front of backends. */
public final class Gateway implements RecordedHandler {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]-]+");

    private final List<PublishedApi> apis;

    /**
     * Compiles everything that is deployed.
     *
     * @throws dev.gatehouse.local.gateway.policy.PolicyRefused when a policy cannot be executed exactly as written
     */
    public Gateway(GatewaySettings settings, Surroundings surroundings) {
        PolicyCompiler compiler = new PolicyCompiler(
                new Deployment(new NamedValues(settings.namedValues()), settings.backends(), surroundings));
        Pipeline global = compiler.compile(settings.global(), Optional.empty());
        this.apis = settings.apis().stream()
                .map(api -> PublishedApi.of(api, compiler, global))
                .sorted(Comparator.comparing(PublishedApi::path).reversed()) // the longer of two paths comes first
                .toList();
    }

    @Override
    public Response handle(Request received, Optional<Recording> recording) {
        Request request = TraceParent.continued(received);
        recording.ifPresent(journey -> request.headers().first(TraceParent.NAME).ifPresent(journey::goesOnAs));
        Optional<PublishedApi> api = apis.stream()
                .filter(each -> request.path().startsWith(each.path() + "/"))
                .findFirst();
        Optional<PublishedApi.Published> published =
                api.flatMap(each -> each.routes().find(request.method(), request.path()));
        new GatewaySteps(recording).operation(request, published.map(PublishedApi.Published::operation));
        return published.isEmpty()
                ? Failure.answer(404, "Resource not found")
                : answer(request, new Match(api.orElseThrow(), published.get()), recording);
    }

    /** What a request is for. */
    private record Match(PublishedApi api, PublishedApi.Published published) {}

    private static Response answer(Request request, Match match, Optional<Recording> recording) {
        GatewaySteps steps = new GatewaySteps(recording);
        SubscriptionCheck.Outcome outcome = match.api()
                .subscriptions()
                .check(request, realm(request, match.api().path()));
        steps.subscription(outcome);
        if (outcome instanceof SubscriptionCheck.Outcome.Denied denied) {
            return denied.failure().answer();
        }
        Request below =
                request.withTarget(request.target().substring(match.api().path().length()));
        Optional<String> subscription = ((SubscriptionCheck.Outcome.Admitted) outcome).subscription();
        return match.published()
                .pipeline()
                .run(new Context(below, Map.of(), subscription), recording)
                .response();
    }

    private static String realm(Request request, String apiPath) {
        String host = request.headers()
                .first("Host")
                .filter(name -> HOST.matcher(name).matches())
                .orElse("localhost");
        return "https://" + host + apiPath;
    }
}
