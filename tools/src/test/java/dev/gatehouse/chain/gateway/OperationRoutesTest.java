package dev.gatehouse.chain.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationRoutesTest {
    private final DeployedPolicies deployed = new DeployedPolicies();

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
        "GET, /accounts-api/accounts/, /api/accounts/",
        "GET, /accounts-api/accounts/7/, /api/accounts/7/",
    })
    void forwardsBelowTheBackendsPathAsSent(String method, String target, String seen) {
        assertThat(deployed.gateway()
                        .handle(DeployedPolicies.call(method, target, TestTenant.token()))
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
                "/accounts-api/accounts//",
                "/accounts-api/accounts/7/8",
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
        Response response = deployed.gateway().handle(DeployedPolicies.call("GET", target, TestTenant.token()));

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
                        .handle(DeployedPolicies.call(method, "/accounts-api/" + path, TestTenant.token()))
                        .status())
                .isEqualTo(404);
    }
}
