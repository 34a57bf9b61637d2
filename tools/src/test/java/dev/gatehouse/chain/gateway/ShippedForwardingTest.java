package dev.gatehouse.chain.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.chain.gateway.policy.PolicyRefused;
import dev.gatehouse.chain.gateway.policy.Sku;
import dev.gatehouse.chain.http.Handler;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedForwardingTest {
    private final DeployedPolicies deployed = new DeployedPolicies();

    @Test
    void takesAwayWhatOnlyTheGatewayMaySay() {
        Request forged = DeployedPolicies.call(
                "GET",
                "/accounts-api/accounts/a%20b?CODE=k&top=5&Subscription-Key=" + DeployedPolicies.KEY,
                TestTenant.token());
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
        Handler gateway = deployed.gateway();
        Request call = DeployedPolicies.call(TestTenant.token());
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api-caller-token.xml",
                "api-caller-token-validate-jwt.xml",
                "api-gateway-identity.xml",
                "api-gateway-identity-validate-jwt.xml"
            })
    void limitsEachClientAndOperationByItselfWhereTheTierCan(String policy) {
        Handler gateway = new DeployedPolicies(policy, "operation-by-key.xml").gateway();
        Request call = DeployedPolicies.call(TestTenant.token());
        Request ofAnother = DeployedPolicies.call(
                TestTenant.token(claims -> claims.put("azp", "cccccccc-0000-4000-8000-000000000002")));
        for (int i = 0; i < 3; i++) {
            assertThat(gateway.handle(call).status()).isEqualTo(200);
        }

        assertThat(gateway.handle(call).status()).isEqualTo(429);
        assertThat(gateway.handle(call.with(SubscriptionCheck.HEADER, "another-key"))
                        .status())
                .as("whatever the subscription")
                .isEqualTo(429);
        assertThat(gateway.handle(ofAnother).status()).isEqualTo(200);
        assertThat(gateway.handle(call.withTarget("/accounts-api/accounts/7")).status())
                .isEqualTo(200);
    }

    @Test
    void tierConsumptionTakesTheLimitBySubscriptionOnly() {
        deployed.sku = Sku.CONSUMPTION;
        DeployedPolicies byKey = new DeployedPolicies("api-caller-token.xml", "operation-by-key.xml");
        byKey.sku = Sku.CONSUMPTION;

        assertThat(deployed.gateway()).isNotNull();
        assertThatThrownBy(byKey::gateway)
                .isInstanceOf(PolicyRefused.class)
                .hasMessageContaining("<rate-limit-by-key> does not exist in tier Consumption");
    }

    @Test
    void answers500WhenTheBackendIsDown() {
        deployed.backendIsUp = false;

        Response response = deployed.gateway().handle(DeployedPolicies.call(TestTenant.token()));

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
                "login-endpoint",
                "sts-endpoint",
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
}
