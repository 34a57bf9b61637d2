package dev.gatehouse.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.local.gateway.policy.PolicyRefused;
import dev.gatehouse.local.gateway.policy.Surroundings;
import dev.gatehouse.local.http.Headers;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.journey.Layer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedPoliciesTest {
    private final Deployed deployed = new Deployed();

    private static Arguments row(String name, Consumer<Map<String, Object>> spoil, int status, String reason) {
        return arguments(name, spoil, status, reason);
    }

    static Stream<Arguments> tokens() {
        long now = Tenant.NOW.getEpochSecond();
        return Stream.of(
                row("another audience", c -> c.put("aud", "other"), 401, "TokenAudienceNotAllowed"),
                row(
                        "an audience that only begins right",
                        c -> c.put("aud", Tenant.AUDIENCE + "x"),
                        401,
                        "TokenAudienceNotAllowed"),
                row("no audience", c -> c.remove("aud"), 401, "TokenAudienceNotAllowed"),
                row("another issuer", c -> c.put("iss", Tenant.V1_ISSUER), 401, "TokenIssuerNotAllowed"),
                row(
                        "an issuer in capitals",
                        c -> c.put("iss", Tenant.V2_ISSUER.toUpperCase(java.util.Locale.ROOT)),
                        401,
                        "TokenIssuerNotAllowed"),
                row("no issuer", c -> c.remove("iss"), 401, "TokenIssuerNotAllowed"),
                row("expired this second", c -> c.put("exp", now), 401, "TokenExpired"),
                row("no expiry", c -> c.remove("exp"), 401, "JwtInvalid"),
                row("valid from the next second", c -> c.put("nbf", now + 1), 401, "JwtInvalid"),
                row("a start that is no time", c -> c.put("nbf", "soon"), 401, "JwtInvalid"),
                row("no version", c -> c.remove("ver"), 401, "JwtInvalid"),
                row("an unknown version", c -> c.put("ver", "3.0"), 401, "JwtInvalid"),
                row("version 1 where 2 is wanted", ShippedPoliciesTest::toVersion1, 401, "TokenClaimValueNotAllowed"),
                row(
                        "a client that is not allowed",
                        c -> c.put("azp", "cccccccc-0000-4000-8000-000000000009"),
                        401,
                        "ReturnResponse"),
                row("an empty client", c -> c.put("azp", ""), 401, "ReturnResponse"),
                row("no client", c -> c.remove("azp"), 401, "ReturnResponse"),
                row("two clients", c -> c.put("azp", List.of(Tenant.CLIENT, Tenant.CLIENT)), 401, "ReturnResponse"),
                row("no roles", c -> c.remove("roles"), 403, "ReturnResponse"),
                row("a longer role", c -> c.put("roles", List.of("Accounts.ReadWrite")), 403, "ReturnResponse"),
                row("a role in other case", c -> c.put("roles", List.of("accounts.read")), 403, "ReturnResponse"),
                row(
                        "the role among others in one string",
                        c -> c.put("roles", "x Accounts.Read"),
                        403,
                        "ReturnResponse"),
                row(
                        "a user's token with the role but another scope",
                        c -> c.put("scp", "other"),
                        403,
                        "ReturnResponse"),
                row(
                        "a user's token with a longer scope",
                        c -> c.put("scp", "accounts.readwrite"),
                        403,
                        "ReturnResponse"),
                row("a user's token with an empty scope", c -> c.put("scp", ""), 403, "ReturnResponse"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokens")
    void refusesATokenWith(String name, Consumer<Map<String, Object>> spoil, int status, String reason) {
        String token = Tenant.token(spoil);

        Response response = deployed.gateway().handle(Deployed.call(token));

        assertThat(response.status()).isEqualTo(status);
        assertThat(deployed.refusal().layer()).isEqualTo(Layer.GATEWAY);
        assertThat(deployed.refusal().reason()).isEqualTo(reason);
        assertThat(deployed.refusal().detail()).doesNotContain(token, Deployed.KEY);
        assertThat(deployed.received).isEmpty();
    }

    static Stream<Arguments> admitted() {
        long now = Tenant.NOW.getEpochSecond();
        return Stream.of(
                row("as it is", c -> {}, 200, ""),
                row("a second left", c -> c.put("exp", now + 1), 200, ""),
                row("valid from now", c -> c.put("nbf", now), 200, ""),
                row("no start", c -> c.remove("nbf"), 200, ""),
                row("the audience among several", c -> c.put("aud", List.of("other", Tenant.AUDIENCE)), 200, ""),
                row("the role among several", c -> c.put("roles", List.of("x", "Accounts.Read")), 200, ""),
                row("a user's scope among several", c -> c.put("scp", "x accounts.read"), 200, ""),
                row("the second client", c -> c.put("azp", "cccccccc-0000-4000-8000-000000000002"), 200, ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("admitted")
    void admitsATokenWith(String name, Consumer<Map<String, Object>> change, int status, String reason) {
        assertThat(deployed.gateway()
                        .handle(Deployed.call(Tenant.token(change)))
                        .status())
                .isEqualTo(status);
        assertThat(deployed.journal.refusal(Deployed.TRACE)).isEmpty();
    }

    @Test
    void namesThePolicyThatRefusedAndTheClaimsThatDecided() {
        deployed.gateway().handle(Deployed.call(Tenant.token(c -> c.put("roles", List.of("Other")))));

        assertThat(deployed.refusal().detail()).contains("requirement-not-met", "403", "roles Other");
    }

    @Test
    void refusesSignaturesOfOthers() {
        Gateway gateway = deployed.gateway();

        assertThat(gateway.handle(Deployed.call(Tenant.sign(Tenant.claims(), Tenant.FOREIGN_KEY)))
                        .status())
                .isEqualTo(401);
        assertThat(deployed.refusal().reason()).isEqualTo("TokenSignatureInvalid");
        assertThat(gateway.handle(Deployed.call(Tenant.sign(Tenant.claims(), Tenant.UNKNOWN_KEY)))
                        .status())
                .isEqualTo(401);
        assertThat(deployed.refusal().reason()).isEqualTo("TokenSignatureKeyNotFound");
    }

    @Test
    void refusesWhenTheKeysCannotBeRead() {
        Surroundings cutOff = new Surroundings(
                deployed.clock, Tenant.unreachable(deployed.clock), (request, origin) -> Response.empty(200));
        Gateway gateway = new Gateway(deployed.settings(), cutOff, deployed.journal);

        assertThat(gateway.handle(Deployed.call(Tenant.token())).status()).isEqualTo(401);
        assertThat(deployed.refusal().reason()).isEqualTo("TokenSignatureKeyNotFound");
    }

    static Stream<Arguments> headers() {
        String token = Tenant.token();
        return Stream.of(
                arguments("none", List.of(), "TokenNotPresent"),
                arguments("another scheme", List.of("Basic dXNlcjpwYXNz"), "JwtInvalid"),
                arguments("no scheme", List.of(token), "JwtInvalid"),
                arguments("no token", List.of("Bearer"), "JwtInvalid"),
                arguments("two tokens", List.of("Bearer " + token + " " + token), "JwtInvalid"),
                arguments("two headers", List.of("Bearer " + token, "Bearer " + token), "JwtInvalid"),
                arguments("joined by a comma", List.of("Bearer " + token + ",Bearer " + token), "JwtInvalid"),
                arguments("not a JWT", List.of("Bearer abc"), "JwtInvalid"),
                arguments("unsigned", List.of("Bearer eyJhbGciOiJub25lIn0.e30."), "JwtInvalid"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("headers")
    void refusesAnAuthorizationHeaderWith(String name, List<String> values, String reason) {
        Headers headers = Deployed.call("x").headers().without("Authorization");
        for (String value : values) {
            headers = headers.plus("Authorization", value);
        }

        Response response = deployed.gateway().handle(Deployed.call("x").withHeaders(headers));

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.bodyText()).isEqualTo("{\"statusCode\":401,\"message\":\"Unauthorized\"}");
        assertThat(deployed.refusal().reason()).isEqualTo(reason);
    }

    @Test
    void admitsVersion1WhereTheDeploymentDoes() {
        deployed.namedValues.putAll(Map.of("v1-audience", "api://accounts", "other-token-version", "1.0"));
        Gateway gateway = deployed.gateway();

        assertThat(gateway.handle(Deployed.call(Tenant.token(c -> {
                            toVersion1(c);
                            c.put("aud", "api://accounts");
                        })))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void admitsNobodyWhenNoClientIsAllowed() {
        deployed.namedValues.put("allowed-clients", "");

        assertThat(deployed.gateway()
                        .handle(Deployed.call(Tenant.token(c -> c.remove("azp"))))
                        .status())
                .isEqualTo(401);
        assertThat(deployed.refusal().detail()).contains("client-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a  b", " a "})
    void anEmptyClientNeverMatchesBlanksInTheList(String clients) {
        deployed.namedValues.put("allowed-clients", clients);

        assertThat(deployed.gateway()
                        .handle(Deployed.call(Tenant.token(c -> c.put("azp", ""))))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void takesAwayWhatOnlyTheGatewayMaySay() {
        Request forged = Deployed.call(
                "GET", "/accounts-api/accounts/a%20b?CODE=k&top=5&Subscription-Key=" + Deployed.KEY, Tenant.token());
        for (String name : List.of(
                "X-Functions-Key",
                "X-MS-CLIENT-PRINCIPAL",
                "x-ms-client-principal-id",
                "X-MS-CLIENT-PRINCIPAL-NAME",
                "X-MS-CLIENT-PRINCIPAL-IDP",
                "X-MS-TOKEN-AAD-ACCESS-TOKEN",
                "X-MS-TOKEN-AAD-ID-TOKEN",
                "X-MS-TOKEN-AAD-REFRESH-TOKEN",
                "X-MS-TOKEN-AAD-EXPIRES-ON",
                "X-Gatehouse-Caller-App",
                "X-Gatehouse-Caller-Oid",
                "X-Gatehouse-Caller-Roles",
                "X-Gatehouse-Caller-Scopes")) {
            forged = forged.with(name, "forged");
        }

        deployed.gateway().handle(forged);

        Request seen = deployed.received.get(0);
        assertThat(deployed.origin).isEqualTo("https://localhost:7071");
        assertThat(seen.target()).isEqualTo("/api/accounts/a%20b?top=5");
        assertThat(seen.headers().asMap().keySet())
                .containsExactlyInAnyOrder("Authorization", "traceparent", "x-functions-key");
        assertThat(seen.headers().all("x-functions-key")).containsExactly("function-key");
    }

    @Test
    void limitsEachSubscriptionAndOperationByItself() {
        Gateway gateway = deployed.gateway();
        Request call = Deployed.call(Tenant.token());
        gateway.handle(call);
        deployed.clock.move(Duration.ofMillis(30_500));
        gateway.handle(call);
        gateway.handle(call);

        Response refused = gateway.handle(call);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers().first("Retry-After")).contains("30");
        assertThat(refused.bodyText())
                .isEqualTo("{\"statusCode\":429,\"message\":\"Rate limit is exceeded. Try again in 30 seconds.\"}");
        assertThat(deployed.refusal().reason()).isEqualTo("RateLimitExceeded");
        assertThat(gateway.handle(call.with(SubscriptionCheck.HEADER, "another-key"))
                        .status())
                .isEqualTo(200);
        assertThat(gateway.handle(call.withTarget("/accounts-api/accounts/7")).status())
                .isEqualTo(200);
        deployed.clock.move(Duration.ofMillis(29_500));
        assertThat(gateway.handle(call).status()).isEqualTo(200);
        assertThat(gateway.handle(call).status()).isEqualTo(429);
    }

    @Test
    void answers500WhenTheBackendIsDown() {
        deployed.backendIsUp = false;

        Response response = deployed.gateway().handle(Deployed.call(Tenant.token()));

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.bodyText()).isEqualTo("{\"statusCode\":500,\"message\":\"Internal server error\"}");
        assertThat(deployed.refusal().reason()).isEqualTo("BackendConnectionFailure");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenant-id",
                "audience",
                "v1-audience",
                "token-version",
                "other-token-version",
                "allowed-clients",
                "rate-limit-calls",
                "rate-limit-seconds"
            })
    void doesNotStartWithoutTheNamedValue(String name) {
        deployed.namedValues.remove(name);

        assertThatThrownBy(deployed::gateway).isInstanceOf(PolicyRefused.class).hasMessageContaining("'" + name + "'");
    }

    @Test
    void everyPolicyFileIsAtMost30Lines() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("infra/policies"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".xml")))
                    .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(30));
        }
    }

    private static void toVersion1(Map<String, Object> claims) {
        claims.put("ver", "1.0");
        claims.put("iss", Tenant.V1_ISSUER);
        claims.put("appid", Objects.requireNonNull(claims.remove("azp")));
    }
}
