package dev.gatehouse.chain.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.chain.gateway.policy.PolicyServices;
import dev.gatehouse.chain.gateway.policy.TraceMessage;
import dev.gatehouse.chain.http.Handler;
import dev.gatehouse.chain.http.Response;
import dev.gatehouse.chain.trace.Layer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(strings = {"api-caller-token.xml", ShippedTokenRulesTest.VALIDATE_JWT})
class ShippedTokenRulesTest {
    static final String VALIDATE_JWT = "api-caller-token-validate-jwt.xml";
    /** Where the variant comes to the same refusal by another check. */
    private static final Map<String, String> OTHER_REASONS = Map.of(
            "another issuer", "issuer-of-another-version",
            "no version", "TokenClaimNotFound",
            "an unknown version", "TokenClaimValueNotAllowed");

    private final String policy;
    private final DeployedPolicies deployed;

    ShippedTokenRulesTest(String policy) {
        this.policy = policy;
        this.deployed = new DeployedPolicies(policy);
    }

    static Stream<Arguments> tokens() {
        long now = TestTenant.NOW.getEpochSecond();
        return Stream.of(
                row("another audience", c -> c.put("aud", "other"), 401, "TokenAudienceNotAllowed"),
                row(
                        "an audience that only begins right",
                        c -> c.put("aud", TestTenant.AUDIENCE + "x"),
                        401,
                        "TokenAudienceNotAllowed"),
                row("no audience", c -> c.remove("aud"), 401, "TokenAudienceNotAllowed"),
                row("another issuer", c -> c.put("iss", TestTenant.V1_ISSUER), 401, "TokenIssuerNotAllowed"),
                row(
                        "an issuer in capitals",
                        c -> c.put("iss", TestTenant.V2_ISSUER.toUpperCase(java.util.Locale.ROOT)),
                        401,
                        "TokenIssuerNotAllowed"),
                row("no issuer", c -> c.remove("iss"), 401, "TokenIssuerNotAllowed"),
                row("expired this second", c -> c.put("exp", now), 401, "TokenExpired"),
                row("no expiry", c -> c.remove("exp"), 401, "JwtInvalid"),
                row("valid from the next second", c -> c.put("nbf", now + 1), 401, "JwtInvalid"),
                row("a start that is no time", c -> c.put("nbf", "soon"), 401, "JwtInvalid"),
                row("no version", c -> c.remove("ver"), 401, "JwtInvalid"),
                row("an unknown version", c -> c.put("ver", "3.0"), 401, "JwtInvalid"),
                row("version 1 where 2 is wanted", ShippedTokenRulesTest::toVersion1, 401, "TokenClaimValueNotAllowed"),
                row(
                        "a client that is not allowed",
                        c -> c.put("azp", "cccccccc-0000-4000-8000-000000000009"),
                        401,
                        "client-not-allowed"),
                row("an empty client", c -> c.put("azp", ""), 401, "client-not-allowed"),
                row("no client", c -> c.remove("azp"), 401, "client-not-allowed"),
                row(
                        "an empty client beside a good appid",
                        ShippedTokenRulesTest::withoutAzp,
                        401,
                        "client-not-allowed"),
                row("a client that is a list", c -> c.put("azp", List.of(TestTenant.CLIENT)), 401, "JwtInvalid"),
                row("a client that is null", c -> c.put("azp", null), 401, "JwtInvalid"),
                row("an issuer in a list", c -> c.put("iss", List.of(TestTenant.V2_ISSUER)), 401, "JwtInvalid"),
                row("a version that is a number", c -> c.put("ver", 2.0), 401, "JwtInvalid"),
                row("a version in a list", c -> c.put("ver", List.of("2.0")), 401, "JwtInvalid"),
                row("an object id in a list", c -> c.put("oid", List.of("a")), 401, "JwtInvalid"),
                row("a number among the roles", c -> c.put("roles", List.of("Accounts.Read", 1)), 401, "JwtInvalid"),
                row("scopes that are null", c -> c.put("scp", null), 401, "JwtInvalid"),
                row("an invalid issuing time", c -> c.put("iat", "today"), 401, "JwtInvalid"),
                row("a token id in a list", c -> c.put("jti", List.of("a")), 401, "JwtInvalid"),
                row("no roles", c -> c.remove("roles"), 403, "requirement-not-met"),
                row("a longer role", c -> c.put("roles", List.of("Accounts.ReadWrite")), 403, "requirement-not-met"),
                row("a role in other case", c -> c.put("roles", List.of("accounts.read")), 403, "requirement-not-met"),
                row(
                        "the role among others in one string",
                        c -> c.put("roles", "x Accounts.Read"),
                        403,
                        "requirement-not-met"),
                row(
                        "a user's token with the role but another scope",
                        c -> c.put("scp", "other"),
                        403,
                        "requirement-not-met"),
                row(
                        "a user's token with a longer scope",
                        c -> c.put("scp", "accounts.readwrite"),
                        403,
                        "requirement-not-met"),
                row("a user's token with an empty scope", c -> c.put("scp", ""), 403, "requirement-not-met"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokens")
    void refusesATokenWith(String name, Consumer<Map<String, Object>> spoil, int status, String reason) {
        String token = TestTenant.token(spoil);

        Response response = deployed.gateway().handle(DeployedPolicies.call(token));

        assertThat(response.status()).isEqualTo(status);
        assertThat(deployed.refusal().layer()).isEqualTo(Layer.GATEWAY);
        String expected = policy.equals(VALIDATE_JWT) ? OTHER_REASONS.getOrDefault(name, reason) : reason;
        assertThat(deployed.refusal().reason()).isEqualTo(expected);
        assertThat(deployed.traces).extracting(TraceMessage::message).containsExactly(expected);
        assertThat(response.toString() + response.headers().asMap() + response.bodyText())
                .doesNotContain(expected);
        assertThat(deployed.refusal().detail()).doesNotContain(token, DeployedPolicies.KEY);
        assertThat(deployed.received).isEmpty();
    }

    @Test
    void namesThePolicyThatRefusedAndTheClaimsThatDecided() {
        deployed.gateway().handle(DeployedPolicies.call(TestTenant.token(c -> c.put("roles", List.of("Other")))));

        assertThat(deployed.refusal().reason()).isEqualTo("requirement-not-met");
        assertThat(deployed.refusal().detail()).contains("403", "roles Other");
    }

    @Test
    void refusesSignaturesOfOthers() {
        Handler gateway = deployed.gateway();

        assertThat(gateway.handle(DeployedPolicies.call(TestTenant.sign(TestTenant.claims(), TestTenant.FOREIGN_KEY)))
                        .status())
                .isEqualTo(401);
        assertThat(deployed.refusal().reason()).isEqualTo("TokenSignatureInvalid");
        assertThat(gateway.handle(DeployedPolicies.call(TestTenant.sign(TestTenant.claims(), TestTenant.UNKNOWN_KEY)))
                        .status())
                .isEqualTo(401);
        assertThat(deployed.refusal().reason()).isEqualTo("TokenSignatureKeyNotFound");
    }

    @Test
    void refusesWhenTheKeysCannotBeRead() {
        PolicyServices cutOff = new PolicyServices(
                deployed.clock, TestTenant.unreachable(deployed.clock), (request, origin) -> Response.empty(200));
        Handler gateway = deployed.recorded(new Gateway(deployed.settings(), cutOff));

        assertThat(gateway.handle(DeployedPolicies.call(TestTenant.token())).status())
                .isEqualTo(401);
        assertThat(deployed.refusal().reason()).isEqualTo("TokenSignatureKeyNotFound");
    }

    private static Arguments row(String name, Consumer<Map<String, Object>> spoil, int status, String reason) {
        return arguments(name, spoil, status, reason);
    }

    private static void withoutAzp(Map<String, Object> claims) {
        claims.put("azp", "");
        claims.put("appid", TestTenant.CLIENT);
    }

    private static void toVersion1(Map<String, Object> claims) {
        claims.put("ver", "1.0");
        claims.put("iss", TestTenant.V1_ISSUER);
        claims.put("appid", Objects.requireNonNull(claims.remove("azp")));
    }
}
