package dev.gatehouse.local.gateway.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.local.gateway.Calls;
import dev.gatehouse.local.http.Headers;
import dev.gatehouse.local.http.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private static Context context() {
        Map<String, Object> claims = new HashMap<>();
        claims.put("roles", List.of("Accounts.Read", "Other"));
        claims.put("azp", "client");
        claims.put("exp", 1_700_000_000L);
        claims.put("nothing", null);
        Headers headers = Headers.none().plus("A", "1").plus("a", "2");
        Request request = new Request("GET", "/x", headers, new byte[0]);
        return Context.of(request, Calls.subscribed())
                .withVariable("token", new Jwt(Claims.of(claims)))
                .withVariable("text", "hello");
    }

    /** In the table, t stands for the token and v for the variables. */
    private static String full(String text) {
        return "@("
                + text.replaceAll("\\bt\\.", "((Jwt)context.Variables[\"token\"]).")
                        .replace("v[", "context.Variables[")
                + ")";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "true || false && false; true",
                "(true || false) && false; false",
                "!false && !false; true",
                "!!true; true",
                "1 == 1 == true; true",
                "1 != 2; true",
                "\"a\" == \"A\"; false",
                "true ? false : true; false",
                "false ? true : false ? false : true; true",
                "(\"a\" ?? \"b\") == \"a\"; true",
                "(t.Claims.GetValueOrDefault(\"none\") ?? \"d\") == \"d\"; true",
                "t.Claims.GetValueOrDefault(\"none\") == null; true",
                "t.Claims.GetValueOrDefault(\"nothing\") == null; true",
                "t.Claims.GetValueOrDefault(\"roles\") == \"Accounts.Read,Other\"; true",
                "t.Claims.GetValueOrDefault(\"exp\") == \"1700000000\"; true",
                "t.Claims.GetValueOrDefault(\"none\", \"d\") == \"d\"; true",
                "t.Claims[\"roles\"].Contains(\"Accounts.Read\"); true",
                "t.Claims[\"roles\"].Contains(\"Accounts\"); false",
                "t.Claims[\"roles\"].Length == 2; true",
                "t.Claims[\"azp\"][0] == \"client\"; true",
                "t.Claims[\"azp\"].Contains(\"clie\"); false",
                "t.Claims[\"azp\"][0].Contains(\"clie\"); true",
                "\"ReadWrite\".Contains(\"Read\"); true",
                "\"ReadWrite Other\".Split().Contains(\"Read\"); false",
                "\"a  b\".Split().Length == 3; true",
                "\"a  b\".Split().Contains(\"\"); true",
                "\"\".Split().Length == 1; true",
                "\"\".Split().Contains(\"\"); true",
                "\" a\".Split()[0] == \"\"; true",
                "\"a\\tb\\nc\".Split().Length == 3; true",
                "\"a\\\"b\".Length == 3; true",
                "context.Request.Method == \"GET\"; true",
                "context.Request.Headers.GetValueOrDefault(\"a\", \"\") == \"1,2\"; true",
                "context.Request.Headers.ContainsKey(\"B\"); false",
                "context.Subscription.Id == \"demo\"; true",
                "(string)v[\"text\"] == \"hello\"; true",
                "(false); false",
                "context.Variables.ContainsKey(\"none\"); false",
            })
    void isComputedAsInCSharp(String text, boolean value) {
        assertThat(Expression.parse(full(text), Type.BOOL).isTrue(context())).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v[\"none\"] == null",
                "t.Claims[\"none\"].Contains(\"x\")",
                "t.Claims[\"azp\"][1] == \"x\"",
                "(string)v[\"token\"] == \"x\"",
                "((Jwt)v[\"text\"]).Claims.ContainsKey(\"x\")",
                "t.Claims.GetValueOrDefault(\"none\").Contains(\"x\")",
                "\"x\".Contains(t.Claims.GetValueOrDefault(\"none\"))",
            })
    void failsWhereCSharpThrows(String text) {
        Expression expression = Expression.parse(full(text), Type.BOOL);

        assertThatThrownBy(() -> expression.isTrue(context())).isInstanceOf(ExpressionFailed.class);
    }

    @Test
    void decidesLateSoThatTheOtherBranchMayFail() {
        String guarded = full("t.Claims.ContainsKey(\"none\") ? t.Claims[\"none\"].Contains(\"x\") : false");

        assertThat(Expression.parse(guarded, Type.BOOL).isTrue(context())).isFalse();
    }

    @Test
    void failsForACallWithoutASubscription() {
        Context anonymous = Context.of(Request.get("/"), Calls.anonymous());
        Expression id = Expression.parse("@(context.Subscription.Id)", Type.STRING);

        assertThatThrownBy(() -> id.text(anonymous)).isInstanceOf(ExpressionFailed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "()",
                "true true",
                "true ||",
                "|| true",
                "(true",
                "true)",
                "\"a\"",
                "1",
                "null",
                "context",
                "context.",
                "context.Request",
                "context.variables",
                "\"open",
                "\"\\x\"",
                "1 == \"1\"",
                "true == 1",
                "1 == null",
                "true ? 1 : true",
                "true ? 1 : 2",
                "1 ? true : false",
                "1 ?? 2",
                "(null ?? \"b\") == \"b\"",
                "(true ? null : null) == null",
                "\"a\".StartsWith(\"a\")",
                "!1",
                "true & true",
                "true | true",
                "a.b",
                "1a == 1",
                "99999999999 == 1",
                "\"a\".Length() == 1",
                "\"a\".Split == null",
                "\"a\".Contains(\"b\"",
                "\"a\".Contains(\"b\" \"c\")",
                "\"a\"[0] == \"a\"",
                "context.Variables == null",
                "(Jwt)\"a\" == null",
                "(Foo)v[\"x\"] == null",
                "$\"a\" == \"a\"",
                "typeof(string) == null",
                "new Foo() == null",
                "\"é\"é",
            })
    void refusesWhatIsOutsideTheSubset(String text) {
        assertThatThrownBy(() -> Expression.parse(full(text), Type.BOOL))
                .isInstanceOf(ExpressionRefused.class)
                .hasMessageMatching("column \\d+ of the expression: .+");
    }

    @Test
    void everyMemberHasAnExampleInTheDocumentation() throws Exception {
        List<String> examples = Files.readAllLines(Path.of("docs/gateway.md")).stream()
                .filter(line -> line.contains("| expression | executed |") || line.contains("| on-error | executed |"))
                .toList();

        assertThat(Members.ALL).allSatisfy(member -> assertThat(examples).anySatisfy(example -> assertThat(example)
                .contains(member.name().replace("[]", "[").replace("()", "("))));
    }
}
