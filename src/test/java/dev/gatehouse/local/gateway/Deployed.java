package dev.gatehouse.local.gateway;

import dev.gatehouse.contract.Requirement;
import dev.gatehouse.fixtures.MovableClock;
import dev.gatehouse.local.gateway.policy.Backend;
import dev.gatehouse.local.gateway.policy.PolicySource;
import dev.gatehouse.local.gateway.policy.Surroundings;
import dev.gatehouse.local.gateway.policy.Trace;
import dev.gatehouse.local.http.Headers;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.journey.Journal;
import dev.gatehouse.local.journey.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The shipped policies, deployed to a gateway whose backend only remembers what it got. */
final class Deployed {
    static final String KEY = "the-subscription-key";
    static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    final MovableClock clock = new MovableClock(Tenant.NOW);
    final Journal journal = new Journal();
    final Map<String, String> namedValues = new HashMap<>(entries(
            "tenant-id",
            Tenant.ID,
            "login-endpoint",
            "https://login.microsoftonline.com",
            "sts-endpoint",
            "https://sts.windows.net",
            "audience",
            Tenant.AUDIENCE,
            "v1-audience",
            Tenant.AUDIENCE,
            "token-version",
            "2.0",
            "other-token-version",
            "2.0",
            "allowed-clients",
            Tenant.CLIENT + " cccccccc-0000-4000-8000-000000000002",
            "gateway-audience",
            Tenant.AUDIENCE,
            "api-resource",
            "api-resource",
            "gateway-identity-client-id",
            "gateway-identity",
            "rate-limit-calls",
            "3",
            "rate-limit-seconds",
            "60"));
    final List<Request> received = new java.util.ArrayList<>();
    final List<Trace> traces = new java.util.ArrayList<>();
    private final String apiPolicy;
    String origin = "";
    boolean backendIsUp = true;
    boolean identityIsUp = true;

    Deployed() {
        this("api-caller-token.xml");
    }

    /** @param apiPolicy the file of the API's policy */
    Deployed(String apiPolicy) {
        this.apiPolicy = apiPolicy;
    }

    Gateway gateway() {
        Surroundings surroundings = new Surroundings(clock, Tenant.tokens(clock), this::forward)
                .withIdentities((resource, clientId) -> identityToken(resource, clientId.orElse("none")))
                .withTraces((request, trace) -> traces.add(trace));
        return new Gateway(settings(), surroundings, journal);
    }

    GatewaySettings settings() {
        Api api = new Api(
                "accounts-api",
                policy(apiPolicy),
                new Subscriptions(true, Map.of("demo", KEY, "other", "another-key")),
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
        return new GatewaySettings(policy("global.xml"), api, namedValues, Map.of("function-app", backend));
    }

    private static Operation operation(
            String name, String method, String template, List<String> roles, List<String> scopes) {
        PolicySource source = policy("operation.xml");
        String text = new RequirementExpression(new Requirement(roles, List.of(), scopes)).in(source.text());
        return new Operation(name, method, template, new PolicySource("operation.xml for " + name, text));
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
            throw new IOException("the identity endpoint answered 400");
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

    Refusal refusal() {
        return journal.refusal(TRACE).orElseThrow();
    }
}
