package dev.gatehouse.chain.gateway;

import dev.gatehouse.chain.gateway.expression.ApiIdentity;
import dev.gatehouse.chain.gateway.expression.Subscription;
import dev.gatehouse.chain.gateway.policy.Backend;
import dev.gatehouse.chain.gateway.policy.PolicyServices;
import dev.gatehouse.chain.gateway.policy.PolicySource;
import dev.gatehouse.chain.gateway.policy.Sku;
import dev.gatehouse.chain.gateway.policy.TraceMessage;
import dev.gatehouse.chain.http.Handler;
import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.chain.trace.Recording;
import dev.gatehouse.chain.trace.Step;
import dev.gatehouse.chain.trace.Trace;
import dev.gatehouse.contract.Requirement;
import dev.gatehouse.fixtures.MovableClock;
import dev.gatehouse.fixtures.Recorded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The shipped policies, deployed to a gateway whose backend only remembers what it got. */
final class DeployedPolicies {
    static final String KEY = "the-subscription-key";
    static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    final MovableClock clock = new MovableClock(TestTenant.NOW);
    final Map<String, String> namedValues = new HashMap<>(entries(
            "tenant-id",
            TestTenant.ID,
            "login-endpoint",
            "https://login.microsoftonline.com",
            "sts-endpoint",
            "https://sts.windows.net",
            "audience",
            TestTenant.AUDIENCE,
            "v1-audience",
            TestTenant.AUDIENCE,
            "token-version",
            "2.0",
            "other-token-version",
            "2.0",
            "allowed-clients",
            TestTenant.CLIENT + " cccccccc-0000-4000-8000-000000000002",
            "gateway-audience",
            TestTenant.AUDIENCE,
            "api-resource",
            "api-resource",
            "gateway-identity-client-id",
            "gateway-identity",
            "rate-limit-calls",
            "3",
            "rate-limit-seconds",
            "60"));
    final List<Request> received = new java.util.ArrayList<>();
    final List<TraceMessage> traces = new java.util.ArrayList<>();
    final List<ProductSettings> products = new ArrayList<>();
    final List<SubscriptionSettings> subscriptions = new ArrayList<>(List.of(
            subscription("demo", KEY, new SubscriptionSettings.Scope.OneApi("accounts")),
            subscription("other", "another-key", new SubscriptionSettings.Scope.AllApis())));
    private final String apiPolicy;
    private final String operationPolicy;
    /** What a test makes of the API's policy before it is deployed. */
    UnaryOperator<String> alteration = UnaryOperator.identity();

    Sku sku = Sku.STANDARD;
    Trace trace;
    String origin = "";
    boolean backendIsUp = true;
    boolean identityIsUp = true;

    DeployedPolicies() {
        this("api-caller-token.xml");
    }

    /** @param apiPolicy the file of the API's policy */
    DeployedPolicies(String apiPolicy) {
        this(apiPolicy, "operation.xml");
    }

    /** @param operationPolicy the file of the operations' policy */
    DeployedPolicies(String apiPolicy, String operationPolicy) {
        this.apiPolicy = apiPolicy;
        this.operationPolicy = operationPolicy;
    }

    Handler gateway() {
        PolicyServices surroundings = new PolicyServices(clock, TestTenant.tokens(clock), this::forward)
                .withIdentities((resource, clientId) -> identityToken(resource, clientId.orElse("none")));
        return recorded(new Gateway(settings(), surroundings));
    }

    /** The gateway as the chain's door hands it calls that carry the debug token. */
    Handler recorded(Gateway gateway) {
        return request -> {
            Recording recording = Recorded.recording(request, clock);
            Response response = gateway.handle(request, Optional.of(recording));
            traces.addAll(Recorded.traces(recording));
            trace = Recorded.trace(recording);
            return response;
        };
    }

    GatewaySettings settings() {
        Api api = new Api(
                new ApiIdentity("accounts", "Accounts", "accounts-api"),
                new PolicySource(apiPolicy, alteration.apply(policy(apiPolicy).text())),
                true,
                List.of(
                        operation(
                                "listAccounts", "GET", "accounts", List.of("Accounts.Read"), List.of("accounts.read")),
                        operation(
                                "readAccount",
                                "GET",
                                "accounts/{id}",
                                List.of("Accounts.Read"),
                                List.of("accounts.read")),
                        operation("provisionAccount", "POST", "accounts", List.of("Accounts.Provision"), List.of())));
        Backend backend =
                new Backend(URI.create("https://localhost:7071/api"), Map.of("x-functions-key", "function-key"));
        return new GatewaySettings(
                policy("global.xml"),
                api,
                new AccessSettings(products, subscriptions),
                new GatewaySettings.Service(sku, namedValues, Map.of("function-app", backend)));
    }

    static SubscriptionSettings subscription(String id, String key, SubscriptionSettings.Scope scope) {
        return new SubscriptionSettings(new Subscription(id, id, key), scope);
    }

    private PublishedOperation operation(
            String name, String method, String template, List<String> roles, List<String> scopes) {
        PolicySource source = policy(operationPolicy);
        String text = new RequirementExpression(new Requirement(roles, List.of(), scopes)).in(source.text());
        return new PublishedOperation(name, method, template, new PolicySource(operationPolicy + " for " + name, text));
    }

    static PolicySource policy(String file) {
        try {
            return PolicySource.read(Path.of("infra/policies", file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private Response forward(Request request, String to) throws IOException {
        if (!backendIsUp) {
            throw new java.net.ConnectException("refused");
        }
        origin = to;
        received.add(request);
        return Response.json(200, "[]");
    }

    private String identityToken(String resource, String clientId) throws IOException {
        if (!identityIsUp) {
            throw new IOException("the identity endpoint responded with status 400");
        }
        return "token-of-" + clientId + "-for-" + resource;
    }

    private static Map<String, String> entries(String... namesAndValues) {
        Map<String, String> entries = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            entries.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return entries;
    }

    /** A call with everything that the gateway asks for. */
    static Request call(String method, String target, String token) {
        Headers headers = Headers.none()
                .with("Authorization", "Bearer " + token)
                .with(SubscriptionCheck.HEADER, KEY)
                .with("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01");
        return new Request(method, target, headers, new byte[0]);
    }

    static Request call(String token) {
        return call("GET", "/accounts-api/accounts", token);
    }

    /** Where and why the last call ended. */
    record Refusal(Layer layer, String reason, String detail) {}

    Refusal refusal() {
        Step end = trace.end().orElseThrow();
        return new Refusal(
                end.layer(),
                end.finding().reason(),
                end.finding().expected() + " " + end.finding().actual());
    }
}
