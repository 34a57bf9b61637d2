package dev.gatehouse.chain.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionCheckTest {
    private final DeployedPolicies deployed = new DeployedPolicies();

    @Test
    void wantsASubscriptionKeyBeforeItLooksAtTheToken() {
        Request call = DeployedPolicies.call("no token");
        Request without = call.withHeaders(call.headers().without(SubscriptionCheck.HEADER));

        Response response = deployed.gateway().handle(without.with("Host", "localhost:8443"));

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.headers().all("WWW-Authenticate"))
                .containsExactly("AzureApiManagementKey realm=\"https://localhost:8443/accounts-api\","
                        + "name=\"Ocp-Apim-Subscription-Key\",type=\"header\"");
        assertThat(response.bodyText())
                .isEqualTo("{\"statusCode\":401,\"message\":\"Access denied due to missing subscription key."
                        + " Make sure to include subscription key when making requests to an API.\"}");
        assertThat(deployed.refusal().reason()).isEqualTo("SubscriptionKeyNotFound");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "the-subscription-ke", "the-subscription-key2", "THE-SUBSCRIPTION-KEY"})
    void refusesAWrongKey(String key) {
        Response response = deployed.gateway()
                .handle(DeployedPolicies.call(TestTenant.token()).with(SubscriptionCheck.HEADER, key));

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.bodyText())
                .isEqualTo("{\"statusCode\":401,\"message\":\"Access denied due to invalid subscription key."
                        + " Make sure to provide a valid key for an active subscription.\"}");
        assertThat(deployed.refusal().reason()).isEqualTo("SubscriptionKeyInvalid");
        assertThat(deployed.refusal().detail()).doesNotContain(DeployedPolicies.KEY);
    }

    @Test
    void refusesTwoKeys() {
        Request call = DeployedPolicies.call(TestTenant.token());
        Headers two = call.headers().plus(SubscriptionCheck.HEADER, DeployedPolicies.KEY);

        assertThat(deployed.gateway().handle(call.withHeaders(two)).status()).isEqualTo(401);
    }

    @Test
    void takesTheKeyFromTheQueryToo() {
        Request call = DeployedPolicies.call(
                "GET", "/accounts-api/accounts?subscription-key=" + DeployedPolicies.KEY, TestTenant.token());

        assertThat(deployed.gateway()
                        .handle(call.withHeaders(call.headers().without(SubscriptionCheck.HEADER)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void doesNotEchoAHostThatIsNone() {
        Request call = Request.get("/accounts-api/accounts").with("Host", "x\",evil=\"y");

        assertThat(deployed.gateway()
                        .handle(call)
                        .headers()
                        .first("WWW-Authenticate")
                        .orElseThrow())
                .startsWith("AzureApiManagementKey realm=\"https://localhost/accounts-api\",");
    }

    @Test
    void showsNoSecretsInItsSettings() {
        deployed.namedValues.put("secret", "a-secret");

        assertThat(deployed.settings().toString() + deployed.settings().api())
                .doesNotContain(DeployedPolicies.KEY, "function-key", "a-secret");
    }
}
