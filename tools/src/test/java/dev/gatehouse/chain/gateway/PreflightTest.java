package dev.gatehouse.chain.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.http.Handler;
import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped policies with {@code cors} before everything else. */
class PreflightTest {
    private static final String PAGE = "https://app.example";
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    private static final String CORS = "<cors><allowed-origins><origin>" + PAGE + "</origin></allowed-origins>"
            + "<allowed-headers><header>authorization</header></allowed-headers></cors>";

    private final DeployedPolicies deployed = new DeployedPolicies();

    @BeforeEach
    void allowAPage() {
        deployed.alteration = text -> text.replaceFirst("<inbound>", "<inbound>" + CORS);
    }

    private static Request preflight(String method, String path) {
        Headers headers = Headers.none()
                .with("Origin", PAGE)
                .with("Access-Control-Request-Method", method)
                .with("Access-Control-Request-Headers", "authorization")
                .with("traceparent", "00-" + DeployedPolicies.TRACE + "-b7ad6b7169203331-01");
        return new Request("OPTIONS", "/accounts-api/" + path, headers, new byte[0]);
    }

    @ParameterizedTest
    @CsvSource({"GET, accounts", "POST, accounts", "GET, accounts/7"})
    void isAnsweredWithoutKeyAndToken(String method, String path) {
        Response response = deployed.gateway().handle(preflight(method, path));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().all(ALLOW_ORIGIN)).containsExactly(PAGE);
        assertThat(response.headers().all("Access-Control-Allow-Headers")).containsExactly("authorization");
        assertThat(deployed.received).isEmpty();
        assertThat(deployed.trace.end()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DELETE, accounts", "POST, accounts/7", "GET, health", "OPTIONS, accounts", "'', accounts"})
    void isUnknownForWhatIsNotPublished(String method, String path) {
        Response response = deployed.gateway().handle(preflight(method, path));

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.headers().has(ALLOW_ORIGIN)).isFalse();
        assertThat(deployed.refusal().reason()).isEqualTo("OperationNotFound");
    }

    @ParameterizedTest
    @CsvSource({"Origin", "Access-Control-Request-Method"})
    void needsWhatABrowserSends(String header) {
        Request call = preflight("GET", "accounts");

        assertThat(deployed.gateway()
                        .handle(call.withHeaders(call.headers().without(header)))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void isUnknownWithoutThePolicy() {
        assertThat(new DeployedPolicies()
                        .gateway()
                        .handle(preflight("GET", "accounts"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theCallThatFollowsIsCheckedLikeAnyOther() {
        Handler gateway = deployed.gateway();
        Request admitted = DeployedPolicies.call(TestTenant.token()).with("Origin", PAGE);
        Request refused = DeployedPolicies.call("no token").with("Origin", PAGE);

        assertThat(gateway.handle(admitted).status()).isEqualTo(200);
        assertThat(gateway.handle(admitted).headers().all(ALLOW_ORIGIN)).containsExactly(PAGE);
        assertThat(gateway.handle(refused).status()).isEqualTo(401);
        assertThat(gateway.handle(refused).headers().all(ALLOW_ORIGIN))
                .as("so that the page can see why")
                .containsExactly(PAGE);
    }

    @Test
    void aCallFromAnotherPageEndsBeforeItsTokenIsLookedAt() {
        Request foreign = DeployedPolicies.call(TestTenant.token()).with("Origin", "https://other.example");

        Response response = deployed.gateway().handle(foreign);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().has(ALLOW_ORIGIN)).isFalse();
        assertThat(deployed.received).isEmpty();
    }
}
