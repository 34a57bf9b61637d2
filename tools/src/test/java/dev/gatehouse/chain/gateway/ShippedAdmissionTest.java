package dev.gatehouse.chain.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.chain.http.Handler;
import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.http.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@CsvSource({
    "api-caller-token.xml, operation.xml",
    "api-caller-token.xml, operation-by-key.xml",
    "api-caller-token-validate-jwt.xml, operation.xml",
    "api-caller-token-validate-jwt.xml, operation-by-key.xml",
    "api-gateway-identity.xml, operation.xml",
    "api-gateway-identity.xml, operation-by-key.xml",
    "api-gateway-identity-validate-jwt.xml, operation.xml",
    "api-gateway-identity-validate-jwt.xml, operation-by-key.xml",
})
class ShippedAdmissionTest {
    private final String policy;
    private final DeployedPolicies deployed;

    ShippedAdmissionTest(String policy, String operationPolicy) {
        this.policy = policy;
        this.deployed = new DeployedPolicies(policy, operationPolicy);
    }

    static Stream<Arguments> admitted() {
        long now = TestTenant.NOW.getEpochSecond();
        return Stream.of(
                row("as it is", c -> {}, 200, ""),
                row("a second left", c -> c.put("exp", now + 1), 200, ""),
                row("valid from now", c -> c.put("nbf", now), 200, ""),
                row("no start", c -> c.remove("nbf"), 200, ""),
                row("the audience among several", c -> c.put("aud", List.of("other", TestTenant.AUDIENCE)), 200, ""),
                row("the role among several", c -> c.put("roles", List.of("x", "Accounts.Read")), 200, ""),
                row("a user's scope among several", c -> c.put("scp", "x accounts.read"), 200, ""),
                row("the second client", c -> c.put("azp", "cccccccc-0000-4000-8000-000000000002"), 200, ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("admitted")
    void admitsATokenWith(String name, Consumer<Map<String, Object>> change, int status, String reason) {
        assertThat(deployed.gateway()
                        .handle(DeployedPolicies.call(TestTenant.token(change)))
                        .status())
                .isEqualTo(status);
        assertThat(deployed.trace.end()).isEmpty();
    }

    static Stream<Arguments> headers() {
        String token = TestTenant.token();
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
        Headers headers = DeployedPolicies.call("x").headers().without("Authorization");
        for (String value : values) {
            headers = headers.plus("Authorization", value);
        }

        Response response = deployed.gateway().handle(DeployedPolicies.call("x").withHeaders(headers));

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.bodyText()).isEqualTo("{\"statusCode\":401,\"message\":\"Unauthorized\"}");
        assertThat(deployed.refusal().reason()).isEqualTo(reason);
    }

    @Test
    void admitsVersion1WhereTheDeploymentDoes() {
        String audience = policy.contains("identity") ? "gateway-audience" : "v1-audience";
        deployed.namedValues.putAll(Map.of(audience, "api://accounts", "other-token-version", "1.0"));
        Handler gateway = deployed.gateway();

        assertThat(gateway.handle(DeployedPolicies.call(TestTenant.token(c -> {
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
                        .handle(DeployedPolicies.call(TestTenant.token(c -> c.remove("azp"))))
                        .status())
                .isEqualTo(401);
        assertThat(deployed.refusal().reason()).isEqualTo("client-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a  b", " a "})
    void anEmptyClientNeverMatchesBlanksInTheList(String clients) {
        deployed.namedValues.put("allowed-clients", clients);

        assertThat(deployed.gateway()
                        .handle(DeployedPolicies.call(TestTenant.token(c -> c.put("azp", ""))))
                        .status())
                .isEqualTo(401);
    }

    private static Arguments row(String name, Consumer<Map<String, Object>> spoil, int status, String reason) {
        return arguments(name, spoil, status, reason);
    }

    private static void toVersion1(Map<String, Object> claims) {
        claims.put("ver", "1.0");
        claims.put("iss", TestTenant.V1_ISSUER);
        claims.put("appid", Objects.requireNonNull(claims.remove("azp")));
    }
}
