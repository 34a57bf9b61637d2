package dev.gatehouse.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.http.Headers;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionCheckTest {
    private final Deployed deployed = new Deployed();

    @Test
    void wantsASubscriptionKeyBeforeItLooksAtTheToken() {
        Request call = Deployed.call("no token");
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
        Response response =
                deployed.gateway().handle(Deployed.call(Tenant.token()).with(SubscriptionCheck.HEADER, key));

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.bodyText())
                .isEqualTo("{\"statusCode\":401,\"message\":\"Access denied due to invalid subscription key."
                        + " Make sure to provide a valid key for an active subscription.\"}");
        assertThat(deployed.refusal().reason()).isEqualTo("SubscriptionKeyInvalid");
        assertThat(deployed.refusal().detail()).doesNotContain(Deployed.KEY);
    }

    @Test
    void refusesTwoKeys() {
        Request call = Deployed.call(Tenant.token());
        Headers two = call.headers().plus(SubscriptionCheck.HEADER, Deployed.KEY);

        assertThat(deployed.gateway().handle(call.withHeaders(two)).status()).isEqualTo(401);
    }

    @Test
    void takesTheKeyFromTheQueryToo() {
        Request call = Deployed.call("GET", "/accounts-api/accounts?subscription-key=" + Deployed.KEY, Tenant.token());

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
                .doesNotContain(Deployed.KEY, "function-key", "a-secret");
    }
}
