package dev.gatehouse.chain.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.chain.gateway.policy.PolicyRefused;
import dev.gatehouse.chain.gateway.policy.TraceMessage;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.chain.http.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The flow in which the function gets the gateway's own token, and the caller only by name. */
@ParameterizedClass
@ValueSource(strings = {"api-gateway-identity.xml", "api-gateway-identity-validate-jwt.xml"})
class GatewayIdentityTest {
    private static final String CALLER = "X-Gatehouse-Caller-";

    private final DeployedPolicies deployed;

    GatewayIdentityTest(String policy) {
        this.deployed = new DeployedPolicies(policy);
    }

    private Request forwarded(String token) {
        Request call = DeployedPolicies.call("GET", "/accounts-api/accounts?code=k&subscription-key=x&top=5", token);
        for (String name : List.of("App", "Oid", "Roles", "Scopes")) {
            String header = CALLER + name;
            call = call.withHeaders(call.headers()
                    .plus(header, "forged")
                    .plus(header.toUpperCase(java.util.Locale.ROOT), "Accounts.Provision"));
        }
        for (String name : List.of("X-Functions-Key", "X-MS-CLIENT-PRINCIPAL", "X-MS-TOKEN-AAD-ACCESS-TOKEN")) {
            call = call.with(name, "forged");
        }
        assertThat(deployed.gateway().handle(call).status()).isEqualTo(200);
        return deployed.received.get(0);
    }

    @Test
    void tellsWhoTheCallerIsWhateverTheCallerSays() {
        Request seen = forwarded(TestTenant.token(c -> c.put("roles", List.of("Accounts.Read", "Other"))));

        assertThat(seen.headers().all(CALLER + "App")).containsExactly(TestTenant.CLIENT);
        assertThat(seen.headers().all(CALLER + "Oid")).containsExactly("00000000-0000-4000-8000-0000000000aa");
        assertThat(seen.headers().all(CALLER + "Roles")).containsExactly("Accounts.Read Other");
        assertThat(seen.headers().all(CALLER + "Scopes")).containsExactly("");
    }

    @Test
    void tellsAUsersScopesAndNoRoles() {
        Request seen = forwarded(TestTenant.token(c -> {
            c.remove("roles");
            c.put("scp", "accounts.read other");
        }));

        assertThat(seen.headers().all(CALLER + "Scopes")).containsExactly("accounts.read other");
        assertThat(seen.headers().all(CALLER + "Roles")).containsExactly("");
    }

    @Test
    void saysNothingOfAnObjectThatTheTokenDoesNotName() {
        assertThat(forwarded(TestTenant.token(c -> c.remove("oid"))).headers().all(CALLER + "Oid"))
                .containsExactly("");
    }

    /** Entra issues no such roles and scopes; a header would not carry them, or would say something else. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "role  | Accounts.Rëad",
                "role  | Accounts.Read,Accounts.Provision",
                "role  | Accounts.Read Accounts.Provision",
                "role  | `Accounts.Read\t`",
                "role  | `Accounts.Read\r\nX: y`",
                "scope | `accounts.read dépenses`",
                "scope | `accounts.read,other`",
                "scope | `accounts.read\nX: y`",
                "scope | `accounts.read \uD835\uDC1A`",
                "oid   | `00000000-0000-4000-8000-0000000000aª`",
            })
    void refusesWhomTheHeadersCannotName(String kind, String value) {
        String token = TestTenant.token(claims -> {
            switch (kind) {
                case "role" -> claims.put("roles", List.of("Accounts.Read", value));
                case "scope" -> {
                    claims.remove("roles");
                    claims.put("scp", value);
                }
                default -> claims.put("oid", value);
            }
        });

        Response refused = deployed.gateway().handle(DeployedPolicies.call(token));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(deployed.refusal().reason()).isEqualTo("caller-not-nameable");
        assertThat(deployed.received).isEmpty();
    }

    @Test
    void namesEveryRoleThatEntraAllows() {
        StringBuilder allowed = new StringBuilder();
        "!#$%&'()*+-./:;<=>?@[]^_`{|}~".chars().forEach(each -> allowed.append((char) each));

        assertThat(forwarded(TestTenant.token(c -> c.put("roles", List.of("Accounts.Read", allowed + "0Az"))))
                        .headers()
                        .all(CALLER + "Roles"))
                .containsExactly("Accounts.Read " + allowed + "0Az");
    }

    @Test
    void saysNothingOfRolesThatTheTokenLacks() {
        Request seen = forwarded(TestTenant.token(c -> {
            c.remove("roles");
            c.put("scp", "accounts.read");
        }));

        assertThat(seen.headers().all(CALLER + "Roles")).containsExactly("");
    }

    @Test
    void sendsItsOwnTokenAndNothingElseOfTheClients() {
        String token = TestTenant.token();

        Request seen = forwarded(token);

        assertThat(seen.headers().all("Authorization"))
                .containsExactly("Bearer token-of-gateway-identity-for-api-resource");
        assertThat(seen.target()).isEqualTo("/api/accounts?top=5");
        assertThat(seen.headers().asMap().toString())
                .doesNotContain(token, "forged", "Accounts.Provision", DeployedPolicies.KEY);
        assertThat(seen.headers().asMap().keySet())
                .containsExactlyInAnyOrder(
                        "Authorization",
                        "traceparent",
                        "x-functions-key",
                        CALLER + "App",
                        CALLER + "Oid",
                        CALLER + "Roles",
                        CALLER + "Scopes");
    }

    @Test
    void asksForNoTokenOfItsOwnBeforeTheClientsIsValid() {
        deployed.identityIsUp = false; // would be a 500

        Response refused =
                deployed.gateway().handle(DeployedPolicies.call(TestTenant.token(c -> c.put("aud", "other"))));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(deployed.refusal().reason()).isEqualTo("TokenAudienceNotAllowed");
        assertThat(deployed.received).isEmpty();
    }

    @Test
    void forwardsNothingWithoutATokenOfItsOwn() {
        deployed.identityIsUp = false;

        Response failed = deployed.gateway().handle(DeployedPolicies.call(TestTenant.token()));

        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.bodyText()).isEqualTo("{\"statusCode\":500,\"message\":\"Internal server error\"}");
        assertThat(deployed.refusal().reason()).isEqualTo("ManagedIdentityTokenNotObtained");
        assertThat(deployed.traces)
                .extracting(TraceMessage::metadata)
                .containsExactly(Map.of(
                        "Reason", "ManagedIdentityTokenNotObtained",
                        "Section", "inbound",
                        "Source", "authentication-managed-identity"));
        assertThat(deployed.received).isEmpty();
    }

    @Test
    void stillAsksForTheRolesOfTheOperation() {
        Response refused = deployed.gateway()
                .handle(DeployedPolicies.call(TestTenant.token(c -> c.put("roles", List.of("Other")))));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(deployed.refusal().reason()).isEqualTo("requirement-not-met");
        assertThat(deployed.received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenant-id",
                "login-endpoint",
                "sts-endpoint",
                "gateway-audience",
                "api-resource",
                "gateway-identity-client-id",
                "allowed-clients"
            })
    void doesNotStartWithoutTheNamedValue(String name) {
        deployed.namedValues.remove(name);

        assertThatThrownBy(deployed::gateway).isInstanceOf(PolicyRefused.class).hasMessageContaining("'" + name + "'");
    }
}
