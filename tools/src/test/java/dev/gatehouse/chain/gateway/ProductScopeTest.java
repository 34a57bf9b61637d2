package dev.gatehouse.chain.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.chain.gateway.SubscriptionSettings.Scope.AllApis;
import dev.gatehouse.chain.gateway.SubscriptionSettings.Scope.OneApi;
import dev.gatehouse.chain.gateway.SubscriptionSettings.Scope.OneProduct;
import dev.gatehouse.chain.gateway.expression.ApiIdentity;
import dev.gatehouse.chain.gateway.expression.Product;
import dev.gatehouse.chain.gateway.policy.Backend;
import dev.gatehouse.chain.gateway.policy.PolicyRefused;
import dev.gatehouse.chain.gateway.policy.PolicyServices;
import dev.gatehouse.chain.gateway.policy.PolicySource;
import dev.gatehouse.chain.gateway.policy.Sku;
import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who comes under which policies, by the subscription that a call is made with. */
class ProductScopeTest {
    private static final String SAY = "<set-header name='X' exists-action='append'><value>%s</value></set-header>";
    private static final String PLACE = "<set-backend-service backend-id='app'/><set-header name='X-Product'>"
            + "<value>@(context.Product?.Id ?? \"none\")</value></set-header>";
    private static final Product STARTER = new Product("starter", "Starter");
    private static final Product OTHER = new Product("other", "Other");

    private final List<Request> received = new ArrayList<>();
    private final List<SubscriptionSettings> subscriptions = List.of(
            DeployedPolicies.subscription("product", "key-product", new OneProduct("starter")),
            DeployedPolicies.subscription("elsewhere", "key-elsewhere", new OneProduct("other")),
            DeployedPolicies.subscription("api", "key-api", new OneApi("accounts")),
            DeployedPolicies.subscription("another", "key-another", new OneApi("ledger")),
            DeployedPolicies.subscription("all", "key-all", new AllApis()));

    private static PolicySource document(String name, String inbound) {
        return new PolicySource(
                name,
                "<policies><inbound>" + inbound
                        + "</inbound><backend><base/></backend><outbound/><on-error/></policies>");
    }

    private Gateway gateway(boolean open, boolean required, Optional<PolicySource> product) {
        PolicySource global = new PolicySource(
                "global",
                "<policies><inbound>" + SAY.formatted("global")
                        + "</inbound><backend><forward-request/></backend><outbound/><on-error/></policies>");
        PublishedOperation operation = new PublishedOperation(
                "list", "GET", "list", document("operation", "<base/>" + SAY.formatted("operation")));
        Api api = new Api(
                new ApiIdentity("accounts", "Accounts", "accounts-api"),
                document("api", "<base/>" + SAY.formatted("api") + PLACE),
                required,
                List.of(operation));
        AccessSettings access = new AccessSettings(
                List.of(
                        new ProductSettings(STARTER, Set.of("accounts"), open, product),
                        new ProductSettings(OTHER, Set.of("ledger"), false, Optional.empty())),
                subscriptions);
        Backend backend = new Backend(URI.create("https://backend.example/api"), Map.of());
        PolicyServices surroundings =
                new PolicyServices(Clock.systemUTC(), TestTenant.tokens(Clock.systemUTC()), (request, origin) -> {
                    received.add(request);
                    return Response.empty(200);
                });
        return new Gateway(
                new GatewaySettings(
                        global, api, access, new GatewaySettings.Service(Sku.BASIC, Map.of(), Map.of("app", backend))),
                surroundings);
    }

    private static Request call(String key) {
        Headers headers = key.isEmpty() ? Headers.none() : Headers.none().with(SubscriptionCheck.HEADER, "key-" + key);
        return new Request("GET", "/accounts-api/list", headers, new byte[0]);
    }

    private static Optional<PolicySource> policy() {
        return Optional.of(document("product", "<base/>" + SAY.formatted("product")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "product; global,product,api,operation; starter",
                "api; global,api,operation; none",
                "all; global,api,operation; none",
            })
    void aProductsPoliciesAreForItsOwnSubscriptions(String key, String ran, String product) {
        assertThat(gateway(false, true, policy())
                        .handle(call(key), Optional.empty())
                        .status())
                .isEqualTo(200);

        assertThat(received.get(0).headers().joined("X")).contains(ran);
        assertThat(received.get(0).headers().joined("X-Product")).contains(product);
    }

    @Test
    void aProductWithoutPoliciesChangesNothing() {
        gateway(false, true, Optional.empty()).handle(call("product"), Optional.empty());

        assertThat(received.get(0).headers().joined("X")).contains("global,api,operation");
        assertThat(received.get(0).headers().joined("X-Product")).contains("starter");
    }

    @ParameterizedTest
    @CsvSource({"elsewhere, true", "another, true", "unknown, true", "elsewhere, false", "unknown, false"})
    void refusesAKeyThatIsGoodForSomethingElse(String key, boolean required) {
        assertThat(gateway(false, required, policy())
                        .handle(call(key), Optional.empty())
                        .status())
                .isEqualTo(401);
        assertThat(received).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "false; true; 401; ''",
                "false; false; 200; global,api,operation",
                "true; true; 200; global,product,api,operation",
                "true; false; 200; global,product,api,operation",
            })
    void aCallWithoutAKeyComesUnderAnOpenProductOrNone(boolean open, boolean required, int status, String ran) {
        Response response = gateway(open, required, policy()).handle(call(""), Optional.empty());

        assertThat(response.status()).isEqualTo(status);
        assertThat(received.stream().flatMap(request -> request.headers().joined("X").stream()))
                .isEqualTo(ran.isEmpty() ? List.of() : List.of(ran));
    }

    @Test
    void withoutBaseTheApiLeavesTheProductOut() {
        Optional<PolicySource> alone = Optional.of(document("product", SAY.formatted("product")));

        gateway(false, true, alone).handle(call("product"), Optional.empty());

        assertThat(received.get(0).headers().joined("X")).contains("product,api,operation");
    }

    @Test
    void aFaultInAProductsPolicyStopsTheStart() {
        Optional<PolicySource> faulty = Optional.of(document("product.xml", "<foo/>"));

        assertThatThrownBy(() -> gateway(false, true, faulty))
                .isInstanceOf(PolicyRefused.class)
                .hasMessageStartingWith("product.xml:1: <foo>");
    }

    @Test
    void refusesSettingsThatContradictThemselves() {
        ProductSettings open = new ProductSettings(STARTER, Set.of("accounts"), true, Optional.empty());
        ProductSettings openToo = new ProductSettings(OTHER, Set.of("accounts"), true, Optional.empty());

        assertThatThrownBy(() -> new AccessSettings(List.of(open, openToo), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("accounts");
        assertThatThrownBy(() -> new AccessSettings(List.of(open, open), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AccessSettings(
                        List.of(),
                        List.of(
                                DeployedPolicies.subscription("a", "one-key", new AllApis()),
                                DeployedPolicies.subscription("b", "one-key", new AllApis()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("one-key");
        assertThatThrownBy(() -> new AccessSettings(List.of(), subscriptions))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("starter")
                .hasMessageNotContaining("key-product");
    }
}
