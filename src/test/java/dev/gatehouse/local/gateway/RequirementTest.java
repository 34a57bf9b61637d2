package dev.gatehouse.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.local.gateway.expression.Claims;
import dev.gatehouse.local.gateway.expression.Context;
import dev.gatehouse.local.gateway.expression.Expression;
import dev.gatehouse.local.gateway.expression.Jwt;
import dev.gatehouse.local.gateway.expression.Type;
import dev.gatehouse.local.http.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementTest {
    private static final List<String> NONE = List.of();

    static Stream<Arguments> cases() {
        List<String> roles = List.of("Accounts.Read", "Accounts.Provision");
        List<String> scopes = List.of("accounts.read", "accounts.write");
        return Stream.of(
                arguments(roles, scopes, Map.of("roles", List.of("Accounts.Read")), true),
                arguments(roles, scopes, Map.of("roles", List.of("x", "Accounts.Provision")), true),
                arguments(roles, scopes, Map.of("roles", "Accounts.Read"), true),
                arguments(roles, scopes, Map.of("roles", List.of("Accounts")), false),
                arguments(roles, scopes, Map.of("roles", List.of("Accounts.Read,Accounts.Provision")), false),
                arguments(roles, scopes, Map.of("roles", List.of()), false),
                arguments(roles, scopes, Map.of("scp", "accounts.read"), true),
                arguments(roles, scopes, Map.of("scp", "x accounts.write"), true),
                arguments(roles, scopes, Map.of("scp", "accounts.readwrite"), false),
                arguments(roles, scopes, Map.of("scp", "", "roles", List.of("Accounts.Read")), false),
                arguments(roles, scopes, Map.of("scp", "x", "roles", List.of("Accounts.Read")), false),
                arguments(roles, scopes, Map.of("roles", List.of("accounts.read")), false),
                arguments(roles, scopes, Map.of(), false),
                arguments(roles, NONE, Map.of("scp", "accounts.read"), false),
                arguments(roles, NONE, Map.of("roles", List.of("Accounts.Read")), true),
                arguments(NONE, scopes, Map.of("roles", List.of("Accounts.Read")), false),
                arguments(NONE, scopes, Map.of("scp", "accounts.read"), true),
                arguments(NONE, NONE, Map.of("scp", "", "roles", List.of("")), false));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void wantsAScopeOfAUserAndARoleOfAnApp(
            List<String> roles, List<String> scopes, Map<String, Object> claims, boolean met) {
        Expression expression = Expression.parse("@(" + new Requirement(roles, scopes).expression() + ")", Type.BOOL);
        Map<String, Object> variables = Map.of("token", new Jwt(Claims.of(claims)));

        assertThat(expression.isTrue(new Context(Request.get("/"), variables, Optional.empty())))
                .isEqualTo(met);
    }

    @Test
    void isTheTextThatTheDeploymentFillsIn() {
        assertThat(new Requirement(List.of("R"), List.of("s", "t")).expression())
                .isEqualTo("((Jwt)context.Variables[\"token\"]).Claims.ContainsKey(\"scp\")"
                        + " ? (((Jwt)context.Variables[\"token\"]).Claims.GetValueOrDefault(\"scp\", \"\").Split().Contains(\"s\")"
                        + " || ((Jwt)context.Variables[\"token\"]).Claims.GetValueOrDefault(\"scp\", \"\").Split().Contains(\"t\"))"
                        + " : (((Jwt)context.Variables[\"token\"]).Claims.ContainsKey(\"roles\")"
                        + " ? (((Jwt)context.Variables[\"token\"]).Claims[\"roles\"].Contains(\"R\")) : false)");
        assertThat(new Requirement(NONE, NONE).expression())
                .endsWith(
                        "? (false) : (((Jwt)context.Variables[\"token\"]).Claims.ContainsKey(\"roles\") ? (false) : false)")
                .doesNotContain("'", "<", "&");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\"b", "a'b", "a&b", "a<b", "a\\", "a{{b}}"})
    void refusesNamesThatCouldChangeThePolicy(String name) {
        assertThatThrownBy(() -> new Requirement(List.of(name), NONE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Requirement(NONE, List.of(name))).isInstanceOf(IllegalArgumentException.class);
    }
}
