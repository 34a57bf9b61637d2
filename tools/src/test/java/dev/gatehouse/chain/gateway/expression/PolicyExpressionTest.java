package dev.gatehouse.chain.gateway.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.chain.gateway.Calls;
import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.chain.http.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyExpressionTest {
    private static Context context() {
        Map<String, Object> claims = new HashMap<>();
        claims.put("roles", List.of("Accounts.Read", "Other"));
        claims.put("azp", "client");
        claims.put("iss", "issuer");
        claims.put("aud", List.of("one", "two"));
        claims.put("exp", 1_700_000_000L);
        claims.put("nothing", null);
        Headers headers = Headers.none().plus("A", "1").plus("a", "2");
        Request request = new Request("GET", "/x", headers, new byte[0]);
        return Context.of(request, Calls.subscribed())
                .withVariable("token", new Jwt(JwtClaims.of(claims)))
                .withVariable("number", 7)
                .withVariable("flag", true)
                .withVariable("text", "hello");
    }

    /** In the table, t means the token and v the variables. */
    private static String full(String text) {
        return "@("
                + text.replaceAll("\\bt\\.", "((Jwt)context.Variables[\"token\"]).")
                        .replace("v[", "context.Variables[")
                        .replaceAll("\\bv\\.", "context.Variables.")
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
                "t.Claims.GetValueOrDefault(\"nothing\") == \"\" && t.Claims.ContainsKey(\"nothing\"); true",
                "t.Claims.GetValueOrDefault(\"roles\") == \"Accounts.Read,Other\"; true",
                "t.Claims.GetValueOrDefault(\"exp\") == \"1700000000\"; true",
                "t.Claims.GetValueOrDefault(\"none\", \"d\") == \"d\"; true",
                "t.Claims[\"roles\"].Contains(\"Accounts.Read\"); true",
                "t.Claims[\"roles\"].Contains(\"Accounts\"); false",
                "t.Claims[\"roles\"].Length == 2; true",
                "t.Claims[\"azp\"][0] == \"client\"; true",
                "t.Claims[\"azp\"].Contains(\"clie\"); false",
                "t.Claims[\"azp\"][0].Contains(\"clie\"); true",
                "string.Join(\" \", t.Claims[\"roles\"]) == \"Accounts.Read Other\"; true",
                "string.Join(\", \", t.Claims[\"azp\"]) == \"client\"; true",
                "string.Join(null, t.Claims[\"roles\"]) == \"Accounts.ReadOther\"; true",
                "string.Join(\"\", \"a  b\".Split()) == \"ab\"; true",
                "string.Join(\"-\", \"\".Split()) == \"\"; true",
                "Regex.IsMatch(\"ab\", \"[b]\"); true",
                "Regex.IsMatch(\"ab\", \"[c-z]\"); false",
                "Regex.IsMatch(\"\", \"[^!-~]\"); false",
                "Regex.IsMatch(\"a b\", \"[^!-~]\"); true",
                "Regex.IsMatch(\"a b~!\", \"[^ -~]\"); false",
                "Regex.IsMatch(\"a\\n\", \"[^ -~]\"); true",
                "Regex.IsMatch(\"\u00e9\", \"[^ -~]\"); true",
                "Regex.IsMatch(\"\uD83D\uDE00\", \"[^ -~]\"); true",
                "Regex.IsMatch(\"a-b\", \"[^ab]\"); true",
                "Regex.IsMatch(\"a-b\", \"[^ab-]\"); false",
                "Regex.IsMatch(\"a,b\", \"[^!-+.-~-]\"); true",
                "Regex.IsMatch(\"!+-.~\", \"[^!-+.-~-]\"); false",
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
                "1 < 2 && 2 <= 2 && 3 > 2 && 3 >= 3; true",
                "2 < 1 || 2 > 2 || 1 >= 2 || 3 <= 2; false",
                "-1 < 0; true",
                "1 < 2 == true; true",
                "\"a\" + \"b\" + \"c\" == \"abc\"; true",
                "\"a\" + t.Claims.GetValueOrDefault(\"none\") == \"a\"; true",
                "v[\"number\"] == null; false",
                "(int)v[\"number\"] == 7; true",
                "(bool)v[\"flag\"]; true",
                "(string)v.GetValueOrDefault<string>(\"none\") == null; true",
                "v.GetValueOrDefault<string>(\"text\") == \"hello\"; true",
                "v.GetValueOrDefault(\"none\", \"d\") == \"d\"; true",
                "v.GetValueOrDefault(\"number\", 1) == 7; true",
                "v.GetValueOrDefault<int>(\"none\") == 0; true",
                "v.GetValueOrDefault<bool>(\"none\"); false",
                "v.GetValueOrDefault<Jwt>(\"token\").Subject == null; true",
                "v.GetValueOrDefault<Jwt>(\"none\")?.Claims[\"x\"].First().Length == null; true",
                "v.GetValueOrDefault<Jwt>(\"none\")?.Claims.ContainsKey(\"x\") ?? false; false",
                "v.GetValueOrDefault<Jwt>(\"token\")?.Claims.ContainsKey(\"azp\") == true; true",
                "v.GetValueOrDefault<Jwt>(\"none\")?.Claims == null; true",
                "context.Product?.Id == \"starter\"; true",
                "context.Product != null && context.Subscription != null; true",
                "context.Subscription?.Name == \"Demonstration\" && context.Subscription.Key == \"demo-key\"; true",
                "context.Api.Id + context.Api.Name + context.Api.Path == \"accountsAccountsaccounts-api\"; true",
                "context.Operation.Id == \"readAccount\" && context.Operation.Method == \"GET\"; true",
                "context.Operation.UrlTemplate == \"/accounts/{id}\"; true",
                "context.RequestId.ToString() == \"00000000-0000-4000-8000-00000000000c\"; true",
                "context.Request.MatchedParameters[\"id\"] == \"7\"; true",
                "context.Request.MatchedParameters.GetValueOrDefault(\"ID\", \"none\") == \"none\"; true",
                "context.Request.OriginalUrl.Query.GetValueOrDefault(\"B\") == \"2,3\"; true",
                "context.Request.OriginalUrl.Query.ContainsKey(\"c\"); false",
                "context.Request.OriginalUrl.Host + context.Request.OriginalUrl.Path == \"gateway.example/accounts-api/accounts/7\"; true",
                "context.Request.Headers[\"A\"].Last() == \"2\"; true",
                "\"a b\".Split(' ').Last() == \"b\"; true",
                "\"a,,b\".Split(',').Length == 3; true",
                "\"a'b\".Split('\\'').First() == \"a\"; true",
                "\"x\".Split(',').FirstOrDefault() == \"x\"; true",
                "\"abcd\".Substring(1) == \"bcd\" && \"abcd\".Substring(1, 2) == \"bc\" && \"a\".Substring(1) == \"\"; true",
                "\"abc\".IndexOf('c') == 2 && \"abc\".IndexOf('x') == -1; true",
                "\"aXa\".Replace(\"X\", \"yy\") == \"ayya\" && \"aXa\".Replace(\"X\", t.Claims.GetValueOrDefault(\"none\")) == \"aa\"; true",
                "\" \\ta\\n\".Trim() == \"a\" && \"  \".Trim() == \"\"; true",
                "\"Straße\".ToUpperInvariant() == \"STRAßE\"; true",
                "\"ıİIi\".ToLowerInvariant() == \"ıİii\" && \"ıİIi\".ToUpperInvariant() == \"ıİII\"; true",
                "\"Bearer x\".StartsWith(\"bearer \", StringComparison.OrdinalIgnoreCase); true",
                "\"Bearer x\".StartsWith(\"bearer \", StringComparison.Ordinal); false",
                "\"Bearer x\".EndsWith(\"X\", StringComparison.OrdinalIgnoreCase); true",
                "\"abc\".IndexOf(\"BC\", StringComparison.OrdinalIgnoreCase) == 1; true",
                "\"admins\".Equals(\"admin\u017f\", StringComparison.OrdinalIgnoreCase); false",
                "\"admin\u017f\".Equals(\"ADMIN\u017f\", StringComparison.OrdinalIgnoreCase); true",
                "\"sx\".StartsWith(\"\u017f\", StringComparison.OrdinalIgnoreCase); false",
                "\"as\".IndexOf(\"\u017f\", StringComparison.OrdinalIgnoreCase) == -1; true",
                "\"\u017f\".ToUpperInvariant() == \"S\"; true",
                "\"\ud801\udc28\".Equals(\"\ud801\udc00\", StringComparison.OrdinalIgnoreCase); true",
                "v.GetValueOrDefault<string>(\"text\", null) == \"hello\"; true",
                "\"abc\".Equals(t.Claims.GetValueOrDefault(\"none\")); false",
                "\"abc\".Equals(t.Claims.GetValueOrDefault(\"none\"), StringComparison.Ordinal); false",
                "string.IsNullOrEmpty(t.Claims.GetValueOrDefault(\"none\")) && String.IsNullOrEmpty(\"\"); true",
                "string.IsNullOrEmpty(\" \"); false",
                "t.Issuer == \"issuer\" && t.Subject == null && t.Audiences.Contains(\"one\"); true",
                "t.Audiences.Contains(\"on\"); false",
                "\"eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZSJ9.\".AsJwt().Subject == \"me\"; true",
                "\"Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZSJ9.c2ln\".AsJwt()?.Claims[\"sub\"].FirstOrDefault() == \"me\"; true",
                "\"eyJhbGciOiJub25lIn0.W10.\".AsJwt() == null; true",
                "\"a.b.c\".AsJwt() == null && \"\".AsJwt() == null && \"Basic eyJhbGciOiJub25lIn0.e30.\".AsJwt() == null; true",
                "context.Variables.ContainsKey(\"none\"); false",
            })
    void isComputedAsInCSharp(String text, boolean value) {
        assertThat(PolicyExpression.parse(full(text), ExpressionType.BOOL).isTrue(context()))
                .isEqualTo(value);
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
                "(int)v[\"text\"] == 1",
                "(int)v[\"none\"] == 1",
                "(bool)v[\"number\"]",
                "v.GetValueOrDefault<string>(\"number\") == \"x\"",
                "v.GetValueOrDefault(\"text\", 1) == 1",
                "v.GetValueOrDefault<Jwt>(\"none\").Subject == \"x\"",
                "v.GetValueOrDefault<Jwt>(\"token\")?.Subject.Length == 1",
                "((Jwt)v.GetValueOrDefault<Jwt>(\"none\")).Subject == \"x\"",
                "context.LastError.Reason == \"x\"",
                "context.Response.StatusCode == 200",
                "context.Request.MatchedParameters[\"none\"] == \"x\"",
                "context.Request.Headers[\"none\"][0] == \"x\"",
                "\"a\".Substring(2) == \"x\"",
                "\"a\".Substring(-1) == \"x\"",
                "\"a\".Substring(0, 2) == \"x\"",
                "\"a\".Replace(\"\", \"x\") == \"x\"",
                "\"x\".AsJwt().Subject == \"x\"",
                "\"a\".Split(',')[1] == \"x\"",
            })
    void failsWhereCSharpThrows(String text) {
        PolicyExpression expression = PolicyExpression.parse(full(text), ExpressionType.BOOL);

        assertThatThrownBy(() -> expression.isTrue(context())).isInstanceOf(ExpressionFailed.class);
    }

    @Test
    void decidesLateSoThatTheOtherBranchMayFail() {
        String guarded = full("t.Claims.ContainsKey(\"none\") ? t.Claims[\"none\"].Contains(\"x\") : false");

        assertThat(PolicyExpression.parse(guarded, ExpressionType.BOOL).isTrue(context()))
                .isFalse();
    }

    @Test
    void failsForACallWithoutASubscription() {
        Context anonymous = Context.of(Request.get("/"), Calls.anonymous());
        PolicyExpression id = PolicyExpression.parse("@(context.Subscription.Id)", ExpressionType.STRING);

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
                "\"a\" < \"b\"",
                "1 < 2 < 3",
                "1 + 1 == 2",
                "\"a\" + 1 == \"a1\"",
                "1 - 1 == 0",
                "- 1",
                "\"a\"?.Length > 0",
                "1?.ToString() == \"1\"",
                "\"a\".Split()?[0] == \"a\"",
                "\"a\".ToLower() == \"a\"",
                "\"a\".IndexOf(\"a\") == 0",
                "\"a\".EndsWith(\"a\", StringComparison.CurrentCulture)",
                "\"a\".Split('ab').Length == 1",
                "\"a\".Split('').Length == 1",
                "\"a\".Split('a.Length == 1",
                "'a' == \"a\"",
                "(int)\"1\" == 1",
                "(bool)1",
                "string == null",
                "string.Join(\"a\") == \"a\"",
                "StringComparison.Ordinal == StringComparison.Ordinal",
                "v.GetValueOrDefault<Guid>(\"x\") == null",
                "v.GetValueOrDefault<string>(\"x\", 1) == null",
                "v.GetValueOrDefault(\"x\") == null",
                "v.GetValueOrDefault(\"text\", null) == \"hello\"",
                "v.GetValueOrDefault(\"number\", null) == 7",
                "v.ContainsKey<string>(\"x\")",
                "context.Request.Url.Path == \"x\"",
                "context.RequestId == \"x\"",
                "context.RequestId == context.RequestId",
            })
    void refusesWhatIsOutsideTheSubset(String text) {
        assertThatThrownBy(() -> PolicyExpression.parse(full(text), ExpressionType.BOOL))
                .isInstanceOf(ExpressionRefused.class)
                .hasMessageMatching("column \\d+ of the expression: .+");
    }

    /** No input may exhaust the stack or the memory, neither while it is read nor while it is computed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "!",
                "\"a\" + ",
                "true || ",
                "true && ",
                "true == ",
                "(string)",
                "true ? true : ",
                "\"\" ?? ",
                "-"
            })
    void refusesWhatIsNestedOrChainedWithoutEnd(String part) {
        String longest = part.repeat(9_900 / part.length());
        assertThatThrownBy(() -> PolicyExpression.parse("@(" + longest + "true)", ExpressionType.BOOL))
                .isInstanceOf(ExpressionRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {".Trim()", ".Replace(\"a\",\"b\")", "?.Trim()", ".Split().Last()"})
    void refusesAChainOfMembersWithoutEnd(String member) {
        String longest = "\"a\"" + member.repeat(9_900 / member.length());
        assertThatThrownBy(() -> PolicyExpression.parse("@(" + longest + ")", ExpressionType.STRING))
                .isInstanceOf(ExpressionRefused.class)
                .hasMessageContaining("300 dependent steps");
    }

    @Test
    void makesNoTextOfEndlessLength() {
        Context context = Context.of(Request.get("/"), Calls.anonymous()).withVariable("x", "a".repeat(1_000));
        String x = "context.Variables.GetValueOrDefault<string>(\"x\")";
        PolicyExpression replaced = PolicyExpression.parse(
                "@(" + x + (".Replace(\"a\", " + x + ")").repeat(5) + ")", ExpressionType.STRING);
        PolicyExpression joined =
                PolicyExpression.parse("@(" + (x + " + ").repeat(150) + x + ")", ExpressionType.STRING);

        assertThatThrownBy(() -> replaced.text(context))
                .isInstanceOf(ExpressionFailed.class)
                .hasMessageContaining("1048576");
        assertThat(joined.text(context)).hasSize(151_000);
        Context larger = context.withVariable("x", "a".repeat(10_000));
        assertThatThrownBy(() -> joined.text(larger)).isInstanceOf(ExpressionFailed.class);
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
