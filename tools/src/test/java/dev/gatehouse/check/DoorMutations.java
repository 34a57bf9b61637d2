package dev.gatehouse.check;

import static dev.gatehouse.check.Mutation.identity;
import static dev.gatehouse.check.Mutation.jwt;
import static dev.gatehouse.check.Mutation.main;

import dev.gatehouse.fixtures.Edited;
import java.util.List;

/** Other ways in: slots, other identity providers, other APIs' tokens, responses before the token check. */
final class DoorMutations {
    private static final String ENTRA = ResourceMutations.ENTRA;
    private static final String GRAPH = "00000003-0000-0000-c000-000000000000";
    private static final String SLOT = "Microsoft.Web/sites/slots";
    private static final String SETTINGS = "/properties/";
    private static final String CONNECTIONS = "{\"type\": \"Microsoft.Web/sites/config\", \"name\":"
            + " \"func-dev-wywakx7hkev6k/connectionstrings\", \"properties\": {\"db\": {\"type\": \"SQLAzure\", \"value\": \"%s\"}}}";

    static final List<Mutation> ALL = List.of(
            slot("easy-auth-missing", "a slot", s -> s.without("stage/authsettingsV2")),
            slot(
                    "easy-auth-off",
                    "a slot",
                    s -> s.with("stage/authsettingsV2", "/properties/platform/enabled", "false")),
            slot("https-not-enforced", "a slot", s -> s.with(SLOT, "/properties/httpsOnly", "false")),
            slot("ftp-allowed", "a slot", s -> s.with(SLOT, "/properties/siteConfig/ftpsState", "\"AllAllowed\"")),
            slot("basic-publishing-allowed", "a slot", s -> s.with("stage/scm", "/properties/allow", "true")),
            slot("basic-publishing-allowed", "a slot, not switched off", s -> s.without("stage/ftp")),
            slot(
                    "secret-in-app-setting",
                    "a slot",
                    s -> s.with(
                            "{\"type\": \"Microsoft.Web/sites/slots/config\", \"name\": \"func-dev-wywakx7hkev6k/stage/appsettings\","
                                    + " \"properties\": {\"AzureWebJobsStorage\": \"AccountName=x;AccountKey=abc\"}}")),
            main(
                    "secret-in-app-setting",
                    "a client secret",
                    s -> s.with("appsettings", SETTINGS + "MICROSOFT_PROVIDER_AUTHENTICATION_SECRET", "\"abc~def\"")),
            main(
                    "secret-in-app-setting",
                    "a password",
                    s -> s.with("appsettings", SETTINGS + "LEDGER_PASSWORD", "\"abc\"")),
            main(
                    "secret-in-app-setting",
                    "a shared access signature",
                    s -> s.with(
                            "appsettings", SETTINGS + "REPORTS", "\"https://x.blob.core.windows.net/y?sv=1&sig=abc\"")),
            main(
                    "secret-in-app-setting",
                    "a connection string",
                    s -> s.with(CONNECTIONS.formatted("Server=tcp:x;User ID=sa;Password=abc"))),
            main(
                    "audience-of-another-api",
                    "Resource Manager",
                    s -> s.with(
                            "authsettingsV2",
                            ENTRA + "validation/allowedAudiences/-",
                            "\"https://management.azure.com\"")),
            main(
                    "audience-of-another-api",
                    "Resource Manager, with a slash",
                    s -> s.with(
                            "authsettingsV2",
                            ENTRA + "validation/allowedAudiences/-",
                            "\"https://management.azure.com/\"")),
            main(
                    "audience-of-another-api",
                    "Graph's id",
                    s -> s.with("authsettingsV2", ENTRA + "validation/allowedAudiences/-", "\"" + GRAPH + "\"")),
            main(
                    "audience-of-another-api",
                    "an App ID URI of another API",
                    s -> s.with("authsettingsV2", ENTRA + "validation/allowedAudiences/-", "\"api://orders\"")),
            main("audience-of-another-api", "another client id", s -> s.with(
                            "authsettingsV2",
                            ENTRA + "registration/clientId",
                            "\"5e9f6ad0-4c5c-4a4a-93a0-4f6f7a5a51a1\"")
                    .with(
                            "authsettingsV2",
                            ENTRA + "validation/allowedAudiences",
                            "[\"api://a1d2c7cf-9a3b-45a1-8d6a-6a54a1d6c1b2\"]")),
            main(
                    "audience-of-another-api",
                    "Graph at the gateway",
                    s -> s.policy("api", "<audiences>", "<audiences><audience>https://graph.microsoft.com</audience>")),
            main(
                    "easy-auth-other-provider",
                    "Google",
                    s -> s.with(
                            "authsettingsV2",
                            "/properties/identityProviders/google",
                            "{\"enabled\": true, \"registration\": {\"clientId\": \"x.apps.googleusercontent.com\"}}")),
            main(
                    "easy-auth-other-provider",
                    "a custom one, on by default",
                    s -> s.with(
                            "authsettingsV2",
                            "/properties/identityProviders/customOpenIdConnectProviders/okta",
                            "{\"registration\": {\"clientId\": \"x\"}}")),
            main(
                    "answer-before-token-check",
                    "an answer",
                    s -> s.policy(
                            "api",
                            "<validate-azure-ad-token",
                            "<choose><when condition='@(context.Request.Headers.ContainsKey(\"x-probe\"))'><return-response>"
                                    + "<set-status code=\"200\" /></return-response></when></choose><validate-azure-ad-token")),
            main(
                    "answer-before-token-check",
                    "of no stated status",
                    s -> s.policy("api", "<validate-azure-ad-token", "<return-response /><validate-azure-ad-token")),
            main(
                    "answer-before-token-check",
                    "before the base of an operation",
                    s -> s.policy(
                            "operation",
                            "<inbound>\\s*<base />",
                            "<inbound><return-response><set-status code=\"204\" /></return-response><base />")),
            main(
                    "answer-before-token-check",
                    "from the cache",
                    s -> s.policy(
                            "api",
                            "<validate-azure-ad-token",
                            "<cache-lookup allow-private-response-caching=\"true\"><vary-by-header>Authorization</vary-by-header></cache-lookup><validate-azure-ad-token")),
            main(
                    "answer-before-token-check",
                    "made up",
                    s -> s.policy("operation", "<inbound>\\s*<base />", "<inbound><mock-response /><base />")),
            main(
                    "refusal-not-401-or-403",
                    "200",
                    s -> s.policy("api", "validation-httpcode=\"401\"", "validation-httpcode=\"200\"")),
            main(
                    "error-details-to-caller",
                    "by a variable of a variable",
                    s -> s.policy(
                            "api",
                            "<on-error>",
                            "<on-error><set-variable name=\"why\" value=\"@(context.LastError.Message)\" /><set-variable"
                                    + " name=\"text\" value='@(\"x\" + context.Variables[\"why\"])' /><set-body>"
                                    + "@(context.Variables.GetValueOrDefault<string>(\"text\"))</set-body>")),
            main("error-details-to-caller", "by a variable of a broader scope", s -> s.policy(
                            "api",
                            "<on-error>",
                            "<on-error><set-variable name=\"why\" value=\"@(context.LastError.Message)\" />")
                    .policy(
                            "global",
                            "<on-error />",
                            "<on-error><set-header name=\"X-Why\" exists-action=\"override\"><value>"
                                    + "@((string)context.Variables[\"why\"])</value></set-header></on-error>")),
            main(
                    "error-details-to-caller",
                    "the request's token",
                    s -> s.policy(
                            "api",
                            "<outbound><base /></outbound>",
                            "<outbound><base /><set-header name=\"X-Seen\" exists-action=\"override\"><value>"
                                    + "@(context.Request.Headers.GetValueOrDefault(\"authorization\", \"\"))</value></set-header></outbound>")),
            main(
                    "error-details-to-caller",
                    "all headers of the request",
                    s -> s.policy(
                            "api",
                            "<outbound><base /></outbound>",
                            "<outbound><base /><set-body>@(JObject.FromObject(context.Request.Headers).ToString())</set-body></outbound>")),
            main(
                    "error-details-to-caller",
                    "a secret named value",
                    s -> s.policy(
                            "api",
                            "<outbound><base /></outbound>",
                            "<outbound><base /><set-header name=\"X-Key\" exists-action=\"override\"><value>{{function-key}}</value>"
                                    + "</set-header></outbound>")),
            main(
                    "roles-differ-from-contract",
                    "another description",
                    s -> s.with(ResourceMutations.APP, "/properties/appRoles/0/description", "\"See the weather\"")),
            main(
                    "scopes-differ-from-contract",
                    "what users read before they consent",
                    s -> s.with(
                            ResourceMutations.APP,
                            "/properties/api/oauth2PermissionScopes/0/userConsentDisplayName",
                            "\"See the weather\"")),
            main(
                    "answer-before-token-check",
                    "before any API",
                    s -> s.policy("global", "<inbound>", "<inbound><return-response />")),
            main(
                    "private-answers-cached",
                    "for any token",
                    s -> s.policy(
                            "operation",
                            "<inbound>\\s*<base />",
                            "<inbound><base /><cache-lookup allow-private-response-caching=\"true\" />")),
            main(
                    "refusal-not-401-or-403",
                    "on error",
                    s -> s.policy(
                            "api",
                            "<on-error>",
                            "<on-error><return-response><set-status code=\"200\" /></return-response>")),
            main(
                    "token-not-in-authorization",
                    "another header",
                    s -> s.policy(
                            "api", "<validate-azure-ad-token", "<validate-azure-ad-token header-name=\"X-Token\"")),
            main(
                    "token-not-in-authorization",
                    "the address",
                    s -> s.policy(
                            "api",
                            "<validate-azure-ad-token",
                            "<validate-azure-ad-token query-parameter-name=\"token\"")),
            main(
                    "token-not-in-authorization",
                    "the address, by a detour",
                    s -> s.policy(
                            "global",
                            "<inbound>",
                            "<inbound><set-header name=\"authorization\" exists-action=\"skip\"><value>"
                                    + "@(\"Bearer \" + context.Request.Url.Query.GetValueOrDefault(\"t\", \"\"))</value></set-header>")),
            jwt(
                    "issuer-beside-entra",
                    "an issuer",
                    s -> s.policy(
                            "api",
                            "</audiences>",
                            "</audiences><issuers><issuer>https://example.com/</issuer></issuers>")),
            jwt(
                    "issuer-beside-entra",
                    "metadata",
                    s -> s.policy(
                            "api",
                            "<audiences>",
                            "<openid-config url=\"https://login.microsoftonline.com.example.com/.well-known/openid-configuration\" /><audiences>")),
            jwt(
                    "symmetric-signing-key",
                    "a named value",
                    s -> s.policy(
                            "api",
                            "<audiences>",
                            "<issuer-signing-keys><key>{{function-key}}</key></issuer-signing-keys><audiences>")),
            main(
                    "authorization-logged",
                    "in a trace, by a variable",
                    s -> s.policy(
                            "api",
                            "<outbound><base /></outbound>",
                            "<outbound><base /><set-variable name=\"a\" value='@(context.Request.Headers[\"Authorization\"][0])' />"
                                    + "<trace source=\"x\"><message>@((string)context.Variables[\"a\"])</message></trace></outbound>")),
            main(
                    "token-sent-elsewhere",
                    "a copy of the request",
                    s -> s.policy(
                            "api",
                            "<outbound><base /></outbound>",
                            "<outbound><base /><send-one-way-request mode=\"copy\"><set-url>https://example.com</set-url>"
                                    + "</send-one-way-request></outbound>")),
            main(
                    "any-tenant",
                    "personal accounts",
                    s -> s.policy(
                            "api",
                            "tenant-id=\"\\{\\{tenant-id}}\"",
                            "tenant-id=\"9188040d-6c67-4c5b-b112-36a304b66dad\"")),
            main("any-tenant", "a list of all", s -> s.with(
                            "appsettings", SETTINGS + "WEBSITE_AUTH_AAD_ALLOWED_TENANTS", "\"*\"")
                    .with(
                            "authsettingsV2",
                            ENTRA + "registration/openIdIssuer",
                            "\"https://login.microsoftonline.com/organizations/v2.0\"")),
            main(
                    "requirement-differs-from-contract",
                    "another branch before it",
                    s -> s.policy(
                            "operation",
                            "<when ",
                            "<when condition='@(context.Request.Headers.ContainsKey(\"x-debug\"))'><trace source=\"x\" /></when><when ")),
            main(
                    "token-version-mismatch",
                    "any version",
                    s -> s.policy("api", "<required-claims>.*</required-claims>", "")),
            main(
                    "token-not-validated",
                    "an API in a workspace",
                    s -> s.with(
                            "{\"type\": \"Microsoft.ApiManagement/service/workspaces/apis\", \"name\": \"apim-dev-wywakx7hkev6k/w/open\","
                                    + " \"properties\": {\"path\": \"open\"}}")),
            main(
                    "secret-in-plain-text",
                    "at a backend",
                    s -> s.with(
                            "Microsoft.ApiManagement/service/backends",
                            "/properties/credentials/header/x-functions-key",
                            "[\"abc\"]")),
            main(
                    "secret-in-plain-text",
                    "a client secret of the gateway's",
                    s -> s.with(
                            "{\"type\": \"Microsoft.ApiManagement/service/authorizationServers\", \"name\": \"apim-dev-wywakx7hkev6k/e\","
                                    + " \"properties\": {\"clientId\": \"x\", \"clientSecret\": \"abc\"}}")),
            identity(
                    "token-replaced-before-check",
                    "the gateway's own",
                    s -> s.policy(
                            "api",
                            "<validate-azure-ad-token",
                            "<authentication-managed-identity resource=\"api://x\" /><validate-azure-ad-token")),
            main(
                    "token-replaced-before-check",
                    "one for callers without a token",
                    s -> s.policy(
                            "global",
                            "<inbound>",
                            "<inbound><set-header name=\"Authorization\" exists-action=\"skip\"><value>Bearer {{function-key}}</value></set-header>")),
            main(
                    "backend-chosen-by-caller",
                    "by a header",
                    s -> s.policy(
                            "operation",
                            "<inbound>\\s*<base />",
                            "<inbound><base /><set-backend-service base-url='@(context.Request.Headers.GetValueOrDefault(\"x-to\"))' />")),
            main(
                    "backend-chosen-by-caller",
                    "by a header, behind the scheme",
                    s -> s.policy(
                            "operation",
                            "<inbound>\\s*<base />",
                            "<inbound><base /><set-backend-service base-url='@(\"https://\" + context.Request.Headers.GetValueOrDefault(\"x-to\"))' />")),
            main(
                    "refusal-not-401-or-403",
                    "on error, with no status",
                    s -> s.policy(
                            "api",
                            "<on-error>",
                            "<on-error><return-response><set-body>x</set-body></return-response>")),
            main(
                    "secret-in-availability-test",
                    "the address",
                    s -> s.with("{\"type\": \"Microsoft.Insights/webtests\", \"name\": \"t\", \"properties\":"
                            + " {\"Request\": {\"RequestUrl\": \"https://example.com/api/x?code=abc\"}}}")),
            main(
                    "token-not-validated",
                    "two policies for one API",
                    s -> s.with("{\"type\": \"Microsoft.ApiManagement/service/apis/policies\", \"name\":"
                            + " \"apim-dev-wywakx7hkev6k/gatehouse-accounts/policy\", \"properties\": {\"value\":"
                            + " \"<policies><inbound><base /></inbound></policies>\"}}")),
            identity("backend-unauthenticated", "a policy for another backend", s -> s.with(
                            "{\"type\": \"Microsoft.ApiManagement/service/backends\", \"name\": \"apim-dev-wywakx7hkev6k/far\","
                                    + " \"properties\": {\"url\": \"https://example.com\"}}")
                    .with("{\"type\": \"Microsoft.ApiManagement/service/apis/policies\", \"name\":"
                            + " \"apim-dev-wywakx7hkev6k/far/policy\", \"properties\": {\"value\": \"<policies><inbound><base />"
                            + "<set-backend-service backend-id='far' /></inbound></policies>\"}}")));

    private DoorMutations() {}

    private interface Spoil {
        Edited of(Edited withSlot);
    }

    private static Mutation slot(String rule, String what, Spoil spoil) {
        return main(rule, what, s -> spoil.of(withSlot(s)));
    }

    /** A deployment slot with nothing wrong with it. */
    static Edited withSlot(Edited main) {
        String name = "func-dev-wywakx7hkev6k/stage";
        return main.with("{\"type\": \"" + SLOT + "\", \"name\": \"" + name
                        + "\", \"identity\": {\"type\": \"SystemAssigned\"},"
                        + " \"properties\": {\"httpsOnly\": true, \"siteConfig\": {\"minTlsVersion\": \"1.2\", \"ftpsState\": \"Disabled\","
                        + " \"http20Enabled\": true}}}")
                .with("{\"type\": \"" + SLOT + "/config\", \"name\": \"" + name
                        + "/authsettingsV2\", \"properties\": {}}")
                .copied("authsettingsV2", "/properties", "stage/authsettingsV2")
                .with("{\"type\": \"" + SLOT + "/basicPublishingCredentialsPolicies\", \"name\": \"" + name
                        + "/ftp\", \"properties\": {\"allow\": false}}")
                .with("{\"type\": \"" + SLOT + "/basicPublishingCredentialsPolicies\", \"name\": \"" + name
                        + "/scm\", \"properties\": {\"allow\": false}}");
    }
}
