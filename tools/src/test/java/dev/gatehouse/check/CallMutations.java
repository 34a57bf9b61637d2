package dev.gatehouse.check;

import static dev.gatehouse.check.Mutation.identity;
import static dev.gatehouse.check.Mutation.jwt;
import static dev.gatehouse.check.Mutation.main;

import dev.gatehouse.fixtures.Edited;
import java.util.List;

/** What callers may decide, where tokens go, what can never work, and what apps may do. */
final class CallMutations {
    private static final String SITE = ResourceMutations.SITE;
    private static final String VALIDATE = "(?s)(<validate-azure-ad-token.*?</validate-azure-ad-token>)";
    private static final String REQUESTED = "@\\(context.Request.Url.Query.GetValueOrDefault(\"to\", \"\"))";
    private static final String ROLE =
            "{\"type\": \"Microsoft.Authorization/roleAssignments\", \"name\": \"x\", \"properties\": {"
                    + "\"roleDefinitionId\": \"/providers/Microsoft.Authorization/roleDefinitions/%s\", \"principalType\": \"ServicePrincipal\","
                    + " \"principalId\": \"[reference('identity').principalId]\"}}";

    static final List<Mutation> ALL = List.of(
            avoidable("only for callers with a token", "context.Request.Headers.ContainsKey(\"Authorization\")"),
            avoidable("only for one method", "context.Request.Method == \"GET\""),
            avoidable("by a query", "context.Request.Url.Query.GetValueOrDefault(\"a\", \"\") == \"b\""),
            avoidable("never", "context.Variables.GetValueOrDefault(\"check\") == \"true\""),
            main("any-caller-admitted", "no claim anywhere", s -> s.without("Microsoft.Graph/servicePrincipals")
                    .with("{\"type\": \"" + ResourceMutations.API
                            + "\", \"name\": \"g/other\", \"properties\": {\"path\": \"other\","
                            + " \"protocols\": [\"https\"]}}")
                    .with(
                            "{\"type\": \"Microsoft.ApiManagement/service/apis/policies\", \"name\": \"g/other/policy\", \"properties\": {\"value\":"
                                    + " \"<policies><inbound><base /><validate-azure-ad-token tenant-id='contoso.com'><audiences><audience>a</audience>"
                                    + "</audiences><required-claims><claim name='ver'><value>2.0</value></claim></required-claims>"
                                    + "</validate-azure-ad-token></inbound></policies>\"}}")),
            jwt(
                    "issuer-not-checked",
                    "keys of its own",
                    s -> s.policy(
                            "api",
                            "(?s)<openid-config.*?(?=<audiences>)",
                            "<issuer-signing-keys><key certificate-id=\"c\" /></issuer-signing-keys>")),
            inbound(
                    "identity-header-kept",
                    "a claim",
                    "<set-header name=\"x-user\" exists-action=\"skip\"><value>@\\(((Jwt)context.Variables[\"token\"]).Subject)</value></set-header>"),
            inbound(
                    "identity-header-kept",
                    "by its name",
                    "<set-header name=\"X-MS-CLIENT-PRINCIPAL-ID\" exists-action=\"append\"><value>x</value></set-header>"),
            inbound(
                    "claim-compared-by-substring",
                    "scp",
                    "<set-variable name=\"may\" value='@\\(((Jwt)context.Variables[\"token\"]).Claims.GetValueOrDefault(\"scp\", \"\").Contains(\"Read\"))' />"),
            inbound(
                    "open-redirect",
                    "the query",
                    "<return-response><set-status code=\"302\" /><set-header name=\"Location\" exists-action=\"override\"><value>"
                            + REQUESTED + "</value></set-header></return-response>"),
            inbound(
                    "client-certificate-not-validated",
                    "trust",
                    "<validate-client-certificate validate-trust=\"false\" />"),
            inbound(
                    "client-certificate-not-validated",
                    "errors",
                    "<validate-client-certificate ignore-error=\"true\" />"),
            identity("identity-token-sent-elsewhere", "a token for Key Vault", s -> s.policy(
                            "api", "resource=\"[^\"]*\"", "resource=\"https://vault.azure.net\"")
                    .policy("api", "backend-id=\"function-app\"", "base-url=\"https://partner.example.org/\"")),
            call("identity-token-sent-elsewhere", "chosen by the caller", REQUESTED, ""),
            call("identity-token-sent-elsewhere", "over http", "http://example.org/", ""),
            inbound(
                    "backend-chosen-by-caller",
                    "a request",
                    "<send-request mode=\"new\" response-variable-name=\"r\"><set-url>" + REQUESTED
                            + "</set-url></send-request>"),
            inbound(
                    "token-sent-elsewhere",
                    "copied by hand",
                    "<send-request mode=\"new\" response-variable-name=\"r\"><set-url>https://audit.example.org/</set-url>"
                            + "<set-header name=\"Authorization\" exists-action=\"override\"><value>@\\(context.Request.Headers.GetValueOrDefault(\"Authorization\", \"\"))"
                            + "</value></set-header></send-request>"),
            inbound(
                    "secret-in-policy",
                    "in a body",
                    "<send-request mode=\"new\" response-variable-name=\"r\"><set-url>https://example.org/</set-url><set-body>"
                            + "grant_type=x&amp;client_secret=abc8Q~3kd93kdls93kdkeiw93kdls</set-body></send-request>"),
            inbound(
                    "secret-in-policy",
                    "in an address",
                    "<rewrite-uri template=\"/x?code=aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dF\" />"),
            main(
                    "audience-never-matches",
                    "anything",
                    s -> s.policy("api", "<audiences>", "<audiences><audience>*</audience>")),
            jwt("audience-never-matches", "URIs for version 2", s -> s.policy(
                            "api", "<openid-config url=\"[^\"]*[}]}/\\.well-known[^\"]*\" />", "")
                    .policy("api", "<audiences>.*</audiences>", "<audiences><audience>api://x</audience></audiences>")),
            scope("an address", "separator=\" \"><value>api://x/Read</value>"),
            scope("no separator", "><value>Read</value>"),
            identity(
                    "resource-with-scope",
                    "the default scope",
                    s -> s.policy("api", "resource=\"[^\"]*\"", "resource=\"api://x/.default\"")),
            inbound(
                    "authorization-malformed",
                    "twice",
                    "<set-header name=\"Authorization\" exists-action=\"override\"><value>@\\(\"Bearer \" + context.Request.Headers.GetValueOrDefault(\"Authorization\", \"\"))"
                            + "</value></set-header>"),
            identity(
                    "authorization-malformed",
                    "not at all",
                    s -> s.policy(
                            "api",
                            "<authentication-managed-identity ([^>]*)/>",
                            "<authentication-managed-identity $1 output-token-variable-name=\"own\" /><set-header name=\"Authorization\""
                                    + " exists-action=\"override\"><value>@((string)context.Variables[\"own\"])</value></set-header>")),
            main(
                    "cors-origin-never-matches",
                    "a slash",
                    s -> s.policy(
                            "global",
                            "<inbound>",
                            "<inbound><cors><allowed-origins><origin>https://example.org/</origin></allowed-origins></cors>")),
            main(
                    "cors-any-origin",
                    "by hand",
                    s -> s.policy(
                            "api",
                            "<outbound>",
                            "<outbound><set-header name=\"Access-Control-Allow-Credentials\" exists-action=\"override\"><value>true</value></set-header>"
                                    + "<set-header name=\"Access-Control-Allow-Origin\" exists-action=\"override\"><value>@(context.Request.Headers.GetValueOrDefault(\"Origin\", \"\"))</value></set-header>")),
            inbound(
                    "expression-not-allowed",
                    "a fragment's id",
                    "<include-fragment fragment-id=\"@\\(context.Api.Id)\" />"),
            inbound("unknown-policy", "misspelt", "<set-heder name=\"x\" exists-action=\"delete\" />"),
            broad("Owner", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"),
            broad("Contributor", "b24988ac-6180-42a0-ab88-20f7382dd24c"),
            main(
                    "vault-access-for-everything",
                    "all",
                    s -> s.with(
                            "Microsoft.KeyVault/vaults",
                            "/properties/accessPolicies",
                            "[{\"objectId\": \"x\", \"permissions\": {\"secrets\": [\"all\"]}}]")),
            main("identity-type-mismatch", "swapped", s -> s.with(SITE, "/identity/type", "\"SystemAssigned\"")),
            main("public-beside-private-endpoint", "public", s -> s.with("""
                    {"type": "Microsoft.Network/privateEndpoints", "name": "p", "properties": {"privateLinkServiceConnections": [{
                    "properties": {"privateLinkServiceId": "/x/providers/Microsoft.Web/sites/func-dev-wywakx7hkev6k", "groupIds": ["sites"]}}]}}""")),
            main("function-without-key", "anonymous", s -> s.with("""
                    {"type": "Microsoft.Web/sites/functions", "name": "f/hello", "properties": {"config": {"bindings": [
                    {"type": "httpTrigger", "authLevel": "anonymous"}]}}}""")),
            inbound("admin-path-at-gateway", "rewritten", "<rewrite-uri template=\"/admin/functions\" />"),
            main("easy-auth-allows-anonymous", "the older settings", s -> s.with("""
                    {"type": "Microsoft.Web/sites/config", "name": "func-dev-wywakx7hkev6k/authsettings", "properties": {
                    "enabled": true, "unauthenticatedClientAction": "AllowAnonymous"}}""")),
            main("app-insights-local-auth", "the logger", s -> s.with("""
                    {"type": "Microsoft.ApiManagement/service/loggers", "name": "g/l", "properties": {"credentials": {
                    "instrumentationKey": "[reference('x').InstrumentationKey]"}}}""")),
            main(
                    "secret-in-app-setting",
                    "a token of GitHub's",
                    s -> s.with("appsettings", "/properties/SOURCE", "\"ghp_16C7e42F292c6912E7710c838347Ae178B4a\"")),
            main(
                    "registration-open-to-other-tenants",
                    "several",
                    s -> s.with(ResourceMutations.APP, "/properties/signInAudience", "\"AzureADMultipleOrgs\"")),
            redirect("a wildcard", "https://*.example.org/"),
            redirect("http", "http://example.org/"));

    private CallMutations() {}

    /** Something after the token check. */
    private static Mutation inbound(String rule, String what, String statement) {
        return main(rule, what, s -> s.policy("api", VALIDATE, "$1" + quoted(statement)));
    }

    /** Neither a group nor an escape; {@code @\(} only tells an expression from a group of the pattern. */
    private static String quoted(String statement) {
        return statement.replace("@\\(", "@(").replace("$", "\\$");
    }

    private static Mutation avoidable(String what, String condition) {
        return main(
                "token-check-avoidable",
                what,
                s -> s.policy("api", VALIDATE, "<choose><when condition='@(" + condition + ")'>$1</when></choose>"));
    }

    private static Mutation call(String rule, String what, String url, String more) {
        return inbound(
                rule,
                what,
                "<send-request mode=\"new\" response-variable-name=\"r\"><set-url>" + url + "</set-url>"
                        + "<authentication-managed-identity resource=\"api://x\" />" + more + "</send-request>");
    }

    private static Mutation scope(String what, String claim) {
        return jwt(
                "scope-never-matches",
                what,
                s -> s.policy(
                        "api", "<required-claims>", "<required-claims><claim name=\"scp\" " + claim + "</claim>"));
    }

    private static Mutation broad(String name, String role) {
        return main("identity-with-broad-role", name, s -> s.with(ROLE.formatted(role)));
    }

    private static Mutation redirect(String what, String uri) {
        return main("redirect-uri-unsafe", what, (Edited s) -> s.with("""
                {"type": "Microsoft.Graph/applications@v1.0", "properties": {"uniqueName": "client", "web": {"redirectUris": ["%s"]}}}""".formatted(uri)));
    }
}
