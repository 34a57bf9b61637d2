package dev.gatehouse.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.http.Headers;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {
    private final Deployed deployed = new Deployed();

    @ParameterizedTest
    @CsvSource({
        "GET, /accounts-api/accounts, /api/accounts",
        "GET, /accounts-api/accounts?a=b&c, /api/accounts?a=b&c",
        "GET, /accounts-api/accounts/7, /api/accounts/7",
        "GET, /accounts-api/accounts/A-7_x.y~z, /api/accounts/A-7_x.y~z",
        "GET, /accounts-api/accounts/a%20b, /api/accounts/a%20b",
        "GET, /accounts-api/accounts/%C3%A9, /api/accounts/%C3%A9",
        "GET, /accounts-api/accounts/.hidden, /api/accounts/.hidden",
        "GET, /accounts-api/accounts/health, /api/accounts/health",
        "GET, /accounts-api/accounts/a+b@c:d, /api/accounts/a+b@c:d",
    })
    void forwardsBelowTheBackendsPathAsSent(String method, String target, String seen) {
        assertThat(deployed.gateway()
                        .handle(Deployed.call(method, target, Tenant.token()))
                        .status())
                .isEqualTo(200);
        assertThat(deployed.received).extracting(Request::target).containsExactly(seen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "",
                "*",
                "accounts-api/accounts",
                "/accounts-api",
                "/accounts-api/",
                "/accounts-api/health",
                "/accounts-api/whoami",
                "/accounts-apix/accounts",
                "/Accounts-Api/accounts",
                "/accounts-api/Accounts",
                "/api/accounts",
                "//accounts-api/accounts",
                "/accounts-api//accounts",
                "/accounts-api/accounts/",
                "/accounts-api/accounts//",
                "/accounts-api/accounts/7/8",
                "/accounts-api/accounts/7/",
                "/accounts-api/accounts/../health",
                "/accounts-api/./accounts",
                "/accounts-api/../accounts-api/accounts",
                "/accounts-api/accounts/..",
                "/accounts-api/accounts/.",
                "/accounts-api/accounts/...",
                "/accounts-api/accounts/%2e%2e/health",
                "/accounts-api/accounts/%2e%2e",
                "/accounts-api/accounts/%2E",
                "/accounts-api/accounts/.%2e",
                "/accounts-api/accounts/%252e%252e",
                "/accounts-api/accounts/..%2fhealth",
                "/accounts-api/accounts/%2e%2e%2fhealth",
                "/accounts-api/accounts/a%2Fb",
                "/accounts-api/accounts%2f7",
                "/accounts-api/accounts/a%5cb",
                "/accounts-api/accounts/..%5chealth",
                "/accounts-api/accounts/a\\b",
                "/accounts-api/accounts/..;",
                "/accounts-api/accounts/..;/health",
                "/accounts-api/accounts/%2e%2e%3bx",
                "/accounts-api/accounts;x=1",
                "/accounts-api/accounts/a%00",
                "/accounts-api/accounts/a%0d%0aX:y",
                "/accounts-api/accounts/a%",
                "/accounts-api/accounts/a%2",
                "/accounts-api/accounts/a%zz",
                "/accounts-api/accounts/%ff%fe",
                "/accounts-api/accounts/%c0%ae%c0%ae",
                "/accounts-api/accounts/%c0%af",
                "/accounts-api/accounts/a%3Fb",
                "/accounts-api/accounts/a%23b",
                "/accounts-api/accounts#x",
                "/accounts-api/accounts/7#x",
                "/accounts-api/%61ccounts",
                "/accounts-api/accounts%20",
                "/accounts-api/accounts ",
                "/accounts-api/accounts\u00a0",
                "/accounts-api/{id}",
                "/accounts-api/accounts/{id}",
                "https://localhost:8443/accounts-api/accounts",
                "http://other/accounts-api/accounts",
            })
    void answers404ToWhateverIsNotLiterallyPublished(String target) {
        Response response = deployed.gateway().handle(Deployed.call("GET", target, Tenant.token()));

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.bodyText()).isEqualTo("{\"statusCode\":404,\"message\":\"Resource not found\"}");
        assertThat(deployed.refusal().reason()).isEqualTo("OperationNotFound");
        assertThat(deployed.received).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, accounts",
        "get, accounts",
        "HEAD, accounts",
        "OPTIONS, accounts",
        "POST, accounts/7",
        "'', accounts"
    })
    void answers404ToAMethodThatIsNotPublished(String method, String path) {
        assertThat(deployed.gateway()
                        .handle(Deployed.call(method, "/accounts-api/" + path, Tenant.token()))
                        .status())
                .isEqualTo(404);
    }

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
    void continuesTheTraceOfTheCaller() {
        deployed.gateway().handle(Deployed.call(Tenant.token()));

        assertThat(deployed.received.get(0).headers().first("traceparent").orElseThrow())
                .matches("00-" + Deployed.TRACE + "-[0-9a-f]{16}-01")
                .doesNotContain("b7ad6b7169203331");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            })
    void beginsATraceWhereThereIsNoProperOne(String sent) {
        deployed.gateway()
                .handle(Deployed.call(Tenant.token()).with("traceparent", sent).with("tracestate", "a=b"));

        Headers seen = deployed.received.get(0).headers();
        assertThat(seen.all("traceparent"))
                .singleElement()
                .asString()
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
                .doesNotContain(Deployed.TRACE);
        assertThat(seen.has("tracestate")).isFalse();
    }

    @Test
    void showsNoSecretsInItsSettings() {
        deployed.namedValues.put("secret", "a-secret");

        assertThat(deployed.settings().toString() + deployed.settings().api())
                .doesNotContain(Deployed.KEY, "function-key", "a-secret");
    }
}
