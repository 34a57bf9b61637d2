package dev.gatehouse.check;

import static dev.gatehouse.check.Mutation.jwt;
import static dev.gatehouse.check.Mutation.main;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What looks like a mistake but is not: each is named with the rule that must stay silent. */
class NoMistakeTest {
    private static final String VALIDATE = "(?s)(<validate-azure-ad-token.*?</validate-azure-ad-token>)";

    @TempDir
    Path project;

    static Stream<Mutation> changes() {
        return Stream.of(
                before(
                        "token-replaced-before-check",
                        "the identity's token for another call",
                        "<send-request mode=\"new\" response-variable-name=\"r\"><set-url>https://x.vault.azure.net/</set-url>"
                                + "<authentication-managed-identity resource=\"https://vault.azure.net\" /></send-request>"),
                main("error-details-to-caller", "a header of a request in a fragment", s -> s.with("""
                        {"type": "Microsoft.ApiManagement/service/policyFragments", "name": "g/f", "properties": {"value": "<fragment>\
                        <authentication-managed-identity resource='api://x' output-token-variable-name='own' /><set-header name='Authorization' \
                        exists-action='override'><value>@('Bearer ' + (string)context.Variables[&quot;own&quot;])</value></set-header></fragment>"}}""")),
                after(
                        "error-details-to-caller",
                        "an encrypted value in a cookie",
                        "<set-variable name=\"sealed\" value='@(((Jwt)context.Variables[\"token\"]).Subject.Encrypt(\"Aes\"))' />"
                                + "<return-response><set-header name=\"Set-Cookie\" exists-action=\"override\"><value>"
                                + "@((string)context.Variables[\"sealed\"])</value></set-header></return-response>"),
                after(
                        "placeholder-unfilled",
                        "a text that the policy replaces",
                        "<set-variable name=\"html\" value='@(\"__TITLE__\".Replace(\"__TITLE__\", \"x\"))' />"),
                main(
                        "placeholder-unfilled",
                        "the place of a template",
                        s -> s.policy(
                                "api",
                                "<outbound>",
                                "<outbound><set-body template=\"liquid\">{{body.name}}</set-body>")),
                main(
                        "placeholder-unfilled",
                        "a name in another case",
                        s -> s.policy("api", "\\{\\{tenant-id}}", "{{Tenant-ID}}")),
                main("base-missing", "no backend behind a response", s -> s.policy(
                                "api", "<backend><base /></backend>", "<backend />")
                        .policy("api", VALIDATE, "$1<return-response><set-status code=\"204\" /></return-response>")),
                before(
                        "answer-before-token-check",
                        "the metadata of an authorization server",
                        "<choose><when condition='@(context.Operation.Id == \"x\")'><return-response><set-body>{\"authorization_servers\": []}"
                                + "</set-body></return-response></when></choose>"),
                jwt("client-claim-of-the-other-version", "appid of an issuer of version 1", s -> s.policy(
                                "api", "<openid-config url=\"[^\"]*[}]}/\\.well-known[^\"]*\" />", "")
                        .policy(
                                "api",
                                "</audiences>",
                                "</audiences><issuers><issuer>https://sts.windows.net/{{tenant-id}}/</issuer></issuers>")
                        .policy(
                                "api",
                                "<required-claims>",
                                "<required-claims><claim name=\"appid\"><value>{{tenant-id}}</value></claim>")
                        .without("Microsoft.Graph/applications", "/properties/api/requestedAccessTokenVersion")),
                main("backend-over-http", "the address of a pool, which is not used", s -> s.with("""
                        {"type": "Microsoft.ApiManagement/service/backends", "name": "g/pool", "properties": {"type": "Pool", "url": "http://x",
                        "pool": {"services": [{"id": "/backends/function-app"}]}}}""")),
                main("identity-missing", "a web app", s -> s.with("""
                        {"type": "Microsoft.Web/sites", "name": "web", "kind": "app,linux", "properties": {"httpsOnly": true}}""")),
                main("backend-unauthenticated", "a pool", s -> s.with("""
                        {"type": "Microsoft.ApiManagement/service/backends", "name": "g/pool", "properties": {"type": "Pool", "pool": {
                        "services": [{"id": "/backends/function-app"}]}}}""")),
                main(
                        "denials-sampled-away",
                        "no sampling",
                        s -> s.without(ResourceMutations.DIAGNOSTIC, "/properties/alwaysLog")),
                main(
                        "old-tls",
                        "Azure's default",
                        s -> s.without(ResourceMutations.SITE, "/properties/siteConfig/minTlsVersion")),
                main("public-beside-private-endpoint", "closed by default", s -> s.without(
                                ResourceMutations.SITE, "/properties/publicNetworkAccess")
                        .with("""
                        {"type": "Microsoft.Network/privateEndpoints", "name": "e", "properties": {"privateLinkServiceConnections": [{"properties":
                        {"groupIds": ["sites"], "privateLinkServiceId": "/x/Microsoft.Web/sites/func-dev-wywakx7hkev6k"}}]}}""")),
                main(
                        "ftp-allowed",
                        "Flex Consumption has none",
                        s -> s.without(ResourceMutations.SITE, "/properties/siteConfig/ftpsState")),
                main("easy-auth-missing", "a workflow app", s -> s.with("""
                        {"type": "Microsoft.Web/sites", "name": "flows", "kind": "functionapp,workflowapp", "identity": {"type": "SystemAssigned"},
                        "properties": {"httpsOnly": true, "siteConfig": {"ftpsState": "Disabled", "http20Enabled": true}}}""")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void isReportedBy(Mutation change) throws IOException {
        CheckFindings report = ProjectFolder.in(project, false)
                .check(
                        "changed.snapshot.json",
                        change.changed().snapshot().content().toPrettyString());

        assertThat(report.findings()).extracting(Finding::rule).doesNotContain(change.rule());
    }

    @Test
    void secureOutputsAreKeptInNoHistory() throws IOException {
        String template = """
                {"$schema": "https://x/deploymentTemplate.json#", "resources": [], "outputs": {
                "a": {"type": "%s", "value": "[listKeys('x', '1').keys[0].value]"}}}""";

        assertThat(rules(template.formatted("string"))).containsExactly("secret-in-output");
        assertThat(rules(template.formatted("securestring"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "httpTrigger, 1, 0",
        "timerTrigger, 0, 0",
        "'', 0, 1",
    })
    void easyAuthIsForFunctionsThatAreCalled(String trigger, int found, int undecided) throws IOException {
        String function = trigger.isEmpty()
                ? ""
                : ", {\"type\": \"Microsoft.Web/sites/functions\", \"name\": \"a/f\", \"properties\": {\"config\": {\"bindings\": [{\"type\": \"%s\"}]}}}"
                        .formatted(trigger);
        CheckFindings report = new ProjectFolder(project).check("x.json", """
                {"$schema": "https://x/deploymentTemplate.json#", "resources": [{"type": "Microsoft.Web/sites", "name": "a", "kind": "functionapp"}%s]}""".formatted(function));

        assertThat(report.findings().stream().filter(each -> each.rule().equals("easy-auth-missing")))
                .hasSize(found);
        assertThat(report.undecided().stream()
                        .flatMap(each -> each.rules().stream())
                        .filter(rule -> rule.id().equals("easy-auth-missing")))
                .hasSize(undecided);
    }

    @Test
    void aFunctionsOwnFileSaysThatItNeedsNoKey() throws IOException {
        String file = """
                {"bindings": [{"type": "httpTrigger", "direction": "in", "name": "req", "authLevel": "%s"}]}""";

        assertThat(rules("function.json", file.formatted("Anonymous"))).containsExactly("function-without-key");
        assertThat(rules("function.json", file.formatted("function"))).isEmpty();
    }

    @Test
    void aSecureParameterIsNoPlainNamedValue() throws IOException {
        String template = """
                {"$schema": "https://x/deploymentTemplate.json#", "parameters": {"p": {"type": "%s"}}, "resources": [
                {"type": "Microsoft.ApiManagement/service/namedValues", "name": "g/n", "properties": {"displayName": "n", "value": "[parameters('p')]"}}]}""";

        assertThat(rules(template.formatted("securestring"))).containsExactly("secret-in-named-value");
        assertThat(rules(template.formatted("string"))).isEmpty();
    }

    private Stream<String> rules(String template) throws IOException {
        return rules("x.json", template);
    }

    private Stream<String> rules(String name, String content) throws IOException {
        return new ProjectFolder(project)
                .check(name, content).findings().stream().map(Finding::rule);
    }

    private static Mutation before(String rule, String what, String statement) {
        return main(rule, what, s -> s.policy("api", VALIDATE, statement.replace("$", "\\$") + "$1"));
    }

    private static Mutation after(String rule, String what, String statement) {
        return main(rule, what, s -> s.policy("api", VALIDATE, "$1" + statement.replace("$", "\\$")));
    }
}
