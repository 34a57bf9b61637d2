package dev.gatehouse.chain.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatehouse.chain.gateway.expression.Context;
import dev.gatehouse.chain.gateway.expression.ExpressionType;
import dev.gatehouse.chain.gateway.expression.Jwt;
import dev.gatehouse.chain.gateway.expression.JwtClaims;
import dev.gatehouse.chain.gateway.expression.PolicyExpression;
import dev.gatehouse.chain.http.Request;
import dev.gatehouse.contract.Requirement;
import dev.gatehouse.fixtures.RequirementCase;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementExpressionTest {
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
        assertThat(isMet(text(roles, NONE, scopes), claims)).isEqualTo(met);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.gatehouse.fixtures.RequirementCase#all")
    void asksForWhatTheGuardAsksFor(RequirementCase each) {
        assertThat(isMet(new RequirementExpression(each.needs()).text(), each.claims()))
                .isEqualTo(each.isMet());
    }

    @Test
    void isTheTextThatTheDeploymentFillsIn() {
        assertThat(text(List.of("R"), NONE, List.of("s", "t")))
                .isEqualTo("((Jwt)context.Variables[\"token\"]).Claims.ContainsKey(\"scp\")"
                        + " ? (((Jwt)context.Variables[\"token\"]).Claims.GetValueOrDefault(\"scp\", \"\").Split().Contains(\"s\")"
                        + " || ((Jwt)context.Variables[\"token\"]).Claims.GetValueOrDefault(\"scp\", \"\").Split().Contains(\"t\"))"
                        + " : (((Jwt)context.Variables[\"token\"]).Claims.ContainsKey(\"roles\")"
                        + " ? (((Jwt)context.Variables[\"token\"]).Claims[\"roles\"].Contains(\"R\")) : false)");
        assertThat(text(NONE, List.of("U"), List.of("s", "t")))
                .isEqualTo("((Jwt)context.Variables[\"token\"]).Claims.ContainsKey(\"scp\")"
                        + " ? ((((Jwt)context.Variables[\"token\"]).Claims.GetValueOrDefault(\"scp\", \"\").Split().Contains(\"s\")"
                        + " || ((Jwt)context.Variables[\"token\"]).Claims.GetValueOrDefault(\"scp\", \"\").Split().Contains(\"t\"))"
                        + " ? (((Jwt)context.Variables[\"token\"]).Claims.ContainsKey(\"roles\")"
                        + " ? (((Jwt)context.Variables[\"token\"]).Claims[\"roles\"].Contains(\"U\")) : false) : false)"
                        + " : (((Jwt)context.Variables[\"token\"]).Claims.ContainsKey(\"roles\") ? (false) : false)")
                .doesNotContain("'", "<", "&");
        assertThat(text(NONE, NONE, NONE))
                .endsWith(
                        "? (false) : (((Jwt)context.Variables[\"token\"]).Claims.ContainsKey(\"roles\") ? (false) : false)")
                .doesNotContain("'", "<", "&");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\"b", "a'b", "a&b", "a<b", "a\\", "a{{b}}"})
    void refusesNamesThatCouldChangeThePolicy(String name) {
        assertThatThrownBy(() -> text(List.of(name), NONE, NONE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> text(NONE, NONE, List.of(name))).isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(List<String> appRoles, List<String> userRoles, List<String> scopes) {
        return new RequirementExpression(new Requirement(appRoles, userRoles, scopes)).text();
    }

    private static boolean isMet(String text, Map<String, Object> claims) {
        PolicyExpression expression = PolicyExpression.parse("@(" + text + ")", ExpressionType.BOOL);
        return expression.isTrue(
                Context.of(Request.get("/"), Calls.anonymous()).withVariable("token", new Jwt(JwtClaims.of(claims))));
    }
}
