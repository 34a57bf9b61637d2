package dev.gatehouse.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Statements behind a token check: what breaks a rule, and what looks like it and does not. */
class StatementsTest {
    private static final String TOKEN =
            "<authentication-managed-identity resource='%s' output-token-variable-name='t' />";
    private static final String SEND = "<send-request mode='new' response-variable-name='r'>%s</send-request>";
    private static final String AUTHORIZATION =
            "<set-header name='Authorization' exists-action='override'><value>%s</value></set-header>";
    private static final String JWT = "((Jwt)context.Variables[\"jwt\"])";

    @TempDir
    Path folder;

    static Stream<Arguments> mistakes() {
        return Stream.of(
                row(
                        "backend-chosen-by-caller",
                        variable("h", "@(context.Request.Headers.GetValueOrDefault(\"x\"))")
                                + "<set-backend-service base-url='@(\"https://\" + (string)context.Variables[\"h\"])' />"),
                row(
                        "backend-chosen-by-caller",
                        "<set-backend-service base-url='@(String.Format(\"https://{0}/api\","
                                + " context.Request.MatchedParameters[\"h\"]))' />"),
                row(
                        "identity-token-sent-elsewhere",
                        TOKEN.formatted("https://graph.microsoft.com")
                                + send("https://hooks.example.com/x", AUTHORIZATION.formatted(bearer("t")))),
                row(
                        "identity-token-sent-elsewhere",
                        variable("u", "@(context.Request.Url.Query.GetValueOrDefault(\"u\"))")
                                + send(
                                        "@((string)context.Variables[\"u\"])",
                                        "<authentication-managed-identity resource='api://x' />")),
                row(
                        "identity-token-sent-elsewhere",
                        "<set-backend-service base-url='https://orders.azurewebsites.net' />"
                                + TOKEN.formatted("https://management.azure.com")
                                + AUTHORIZATION.formatted(bearer("t"))),
                row(
                        "token-sent-elsewhere",
                        send(
                                "https://audit.example.com/",
                                "<set-header name='X-Token' exists-action='override'>"
                                        + "<value>@(context.Request.Headers.GetValueOrDefault(\"Authorization\", \"\"))</value></set-header>")),
                row(
                        "token-sent-elsewhere",
                        variable("a", "@(context.Request.Headers.GetValueOrDefault(\"Authorization\", \"\"))")
                                + send(
                                        "https://audit.example.com/",
                                        "<set-body>@((string)context.Variables[\"a\"])</set-body>")),
                row(
                        "open-redirect",
                        location("@{ var to = context.Request.Url.Query.GetValueOrDefault(\"to\"); return to; }")),
                row(
                        "open-redirect",
                        location(
                                "@(\"https://\" + context.Request.Headers.GetValueOrDefault(\"X-Host\", \"\") + \"/x\")")),
                row(
                        "identity-header-kept",
                        "<set-header name='x-user-id' exists-action='skip'><value>anonymous</value></set-header>"),
                row(
                        "identity-header-kept",
                        "<set-header name='x-thumbprint' exists-action='skip'>"
                                + "<value>@(context.Request.Certificate.Thumbprint)</value></set-header>"),
                row("claim-compared-by-substring", forbidden("!" + JWT + ".Claims[\"scp\"][0].Contains(\"read\")")),
                row(
                        "claim-compared-by-substring",
                        forbidden("!string.Join(\",\", " + JWT + ".Claims[\"roles\"]).Contains(\"Admin\")")),
                row(
                        "claim-compared-by-substring",
                        forbidden("!" + JWT + ".Claims[\"roles\"].Any(r => r.StartsWith(\"Admin\"))")),
                row(
                        "claim-compared-by-substring",
                        variable("roles", "@(" + JWT + ".Claims.GetValueOrDefault(\"roles\", \"\"))")
                                + forbidden("!((string)context.Variables[\"roles\"]).Contains(\"Reader\")")),
                row("client-certificate-not-validated", forbidden("context.Request.Certificate == null")),
                row(
                        "client-certificate-not-validated",
                        forbidden("context.Request.Certificate?.Subject != \"CN=partner\"")),
                row("secret-in-policy", variable("clientSecret", "Q7x8Q~abcdEFGHijklMNOPqrstUVWXyz0123456789")),
                row(
                        "secret-in-policy",
                        "<set-query-parameter name='subscription-key' exists-action='override'>"
                                + "<value>9f8e7d6c5b4a39281706f5e4d3c2b1a0</value></set-query-parameter>"),
                row(
                        "secret-in-policy",
                        send("https://x.example.net/", "<set-body>{\"apiKey\": \"9f8e7d6c5b4a3928\"}</set-body>")),
                row(
                        "admin-path-at-gateway",
                        "<rewrite-uri template='@(\"/runtime/webhooks/\" + context.Request.MatchedParameters[\"n\"])' />"),
                row("admin-path-at-gateway", "<set-backend-service base-url='https://fn.azurewebsites.net/admin' />"),
                row(
                        "authorization-malformed",
                        AUTHORIZATION.formatted("@($\"Bearer {context.Request.Headers[\"Authorization\"][0]}\")")),
                row(
                        "authorization-malformed",
                        AUTHORIZATION.formatted("@(\"Bearer Bearer \" + (string)context.Variables[\"t\"])")),
                row(
                        "authorization-malformed",
                        AUTHORIZATION.formatted("@(\"Bearer\" + (string)context.Variables[\"t\"])")),
                row("unknown-policy", "<choose><when condition='@(true)'><set-headers name='x' /></when></choose>"),
                row(
                        "authorization-malformed",
                        TOKEN.formatted("api://x")
                                + variable("copy", "@((string)context.Variables[\"t\"])")
                                + AUTHORIZATION.formatted("@((string)context.Variables[\"copy\"])")),
                row(
                        "unknown-policy",
                        "<validate-azure-ad-token tenant-id='contoso.com'><required-claim /></validate-azure-ad-token>"),
                row(
                        "scope-never-matches",
                        "<validate-azure-ad-token tenant-id='contoso.com'><required-claims><claim name='scp' separator=','>"
                                + "<value>Read</value></claim></required-claims></validate-azure-ad-token>"));
    }

    static Stream<Arguments> rightOnes() {
        String chosen = "backend-chosen-by-caller";
        return Stream.of(
                row(
                        chosen,
                        variable(
                                        "r",
                                        "@(context.Request.Headers.GetValueOrDefault(\"x\") == \"us\" ? \"https://us.example.net\""
                                                + " : \"https://eu.example.net\")")
                                + "<set-backend-service base-url='@((string)context.Variables[\"r\"])' />"),
                row(
                        chosen,
                        variable("id", "@(context.Request.MatchedParameters[\"id\"])")
                                + send("@(\"https://orders.example.net/\" + (string)context.Variables[\"id\"])", "")),
                row(
                        chosen,
                        variable("n", "@(context.Request.Url.Query.GetValueOrDefault(\"n\"))")
                                + "<set-backend-service base-url='@{ var hosts = JObject.Parse(\"{}\"); return \"https://\" + hosts[context.Variables[\"n\"]]; }' />"),
                row(chosen, send("@(\"https://${host}/orders/\" + context.Request.MatchedParameters[\"id\"])", "")),
                row(
                        "identity-token-sent-elsewhere",
                        TOKEN.formatted("https://storage.azure.com")
                                + send("https://a.blob.core.windows.net/b", AUTHORIZATION.formatted(bearer("t")))),
                row(
                        "token-sent-elsewhere",
                        send(
                                "https://auth.example.com/introspect",
                                "<set-body>@(\"token=\" + context.Request.Headers.GetValueOrDefault(\"Authorization\", \"\"))</set-body>")),
                row(
                        "token-sent-elsewhere",
                        "<set-backend-service base-url='https://orders.example.net' />"
                                + send(
                                        "https://orders.example.net/v2",
                                        AUTHORIZATION.formatted(
                                                "@(context.Request.Headers.GetValueOrDefault(\"Authorization\", \"\"))"))),
                row(
                        "open-redirect",
                        location("@(\"/login?return=\" + context.Request.Url.Query.GetValueOrDefault(\"r\", \"\"))")),
                row(
                        "open-redirect",
                        location(
                                "@(\"https://\" + context.Request.OriginalUrl.Host + \"/\" + context.Request.MatchedParameters[\"id\"])")),
                row(
                        "identity-header-kept",
                        "<set-header name='x-user-agent' exists-action='skip'><value>gateway</value></set-header>"),
                row(
                        "claim-compared-by-substring",
                        forbidden("!" + JWT + ".Claims[\"roles\"].Contains(\"Orders.Read\")")),
                row(
                        "claim-compared-by-substring",
                        forbidden("!" + JWT
                                + ".Claims.GetValueOrDefault(\"scp\", \"\").Split(' ').Contains(\"Orders.Read\")")),
                row(
                        "client-certificate-not-validated",
                        forbidden("context.Request.Certificate == null || !context.Request.Certificate.Verify()")),
                row("secret-in-policy", variable("secretName", "orders-database-password-2")),
                row(
                        "authorization-malformed",
                        AUTHORIZATION.formatted("@(\"Bearer\" + \" \" + (string)context.Variables[\"t\"])")),
                row(
                        "policy-not-well-formed",
                        "<set-variable name='a' value=\" @(context.Request.Headers.GetValueOrDefault(\"x\", \"y\"))\" />"),
                row(
                        "openid-config-url-broken",
                        "<validate-jwt><openid-config url='https://login.microsoftonline.com/${tenant}/v2.0/.well-known/openid-configuration' /></validate-jwt>"),
                row(
                        "issuer-malformed",
                        "<validate-jwt><issuers><issuer>https://sts.windows.net/{tenant}/</issuer></issuers></validate-jwt>"),
                row(
                        "issuer-malformed",
                        "<validate-jwt><issuers><issuer>https://sts.windows.net/TENANT_ID/</issuer></issuers></validate-jwt>"),
                row(
                        "secret-in-policy",
                        "<set-header name='x-api-key' exists-action='override'><value>THE_API_KEY</value></set-header>"),
                row(
                        "authorization-logged",
                        variable(
                                        "kind",
                                        "@(context.Request.Headers.ContainsKey(\"Authorization\") ? \"token\" : \"key\")")
                                + "<trace source='x'><message>@((string)context.Variables[\"kind\"])</message></trace>"),
                row(
                        "authorization-logged",
                        variable(
                                        "who",
                                        "@(context.Request.Headers.GetValueOrDefault(\"Authorization\", \"\").AsJwt()?.Subject)")
                                + "<trace source='x'><message>@((string)context.Variables[\"who\"])</message></trace>"),
                row(
                        "policy-not-well-formed",
                        "<set-variable name='a' value=\"@{ return @\"{\n 'b': '/c'\n}\"; }\" />"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void areFound(String rule, String statements) throws IOException {
        assertThat(rules(statements)).contains(rule);
    }

    @ParameterizedTest
    @MethodSource("rightOnes")
    void areNotFound(String rule, String statements) throws IOException {
        assertThat(rules(statements)).doesNotContain(rule);
    }

    private Stream<String> rules(String statements) throws IOException {
        String policy = "<policies><inbound><base />" + statements
                + "</inbound><backend><base /></backend><outbound><base /></outbound>"
                + "<on-error><base /></on-error></policies>";
        return new ProjectFolder(folder)
                .check("policy.xml", policy).findings().stream().map(Finding::rule);
    }

    private static Arguments row(String rule, String statements) {
        return arguments(rule, statements);
    }

    private static String variable(String name, String value) {
        return "<set-variable name='" + name + "' value='" + value + "' />";
    }

    private static String bearer(String name) {
        return "@(\"Bearer \" + (string)context.Variables[\"" + name + "\"])";
    }

    private static String send(String url, String more) {
        return SEND.formatted("<set-url>" + url + "</set-url>" + more);
    }

    private static String location(String value) {
        return "<return-response><set-status code='302' /><set-header name='Location' exists-action='override'><value>"
                + value + "</value></set-header></return-response>";
    }

    private static String forbidden(String condition) {
        return "<choose><when condition='@(" + condition
                + ")'><return-response><set-status code='403' /></return-response></when></choose>";
    }
}
