package dev.gatehouse.check;

import static dev.gatehouse.check.Mutation.identity;
import static dev.gatehouse.check.Mutation.main;

import java.util.List;

/** The project's resources, each with one change. */
final class ResourceMutations {
    static final String SITE = "Microsoft.Web/sites";
    static final String API = "Microsoft.ApiManagement/service/apis";
    static final String BACKEND = "Microsoft.ApiManagement/service/backends";
    static final String SUBSCRIPTION = "Microsoft.ApiManagement/service/subscriptions";
    static final String DIAGNOSTIC = "Microsoft.ApiManagement/service/diagnostics";
    static final String STORAGE = "Microsoft.Storage/storageAccounts";
    static final String APP = "Microsoft.Graph/applications";
    static final String PRINCIPAL = "Microsoft.Graph/servicePrincipals";
    static final String SECRET = "Microsoft.KeyVault/vaults/secrets";
    static final String CONFIG = "/properties/siteConfig/";
    static final String ENTRA = "/properties/identityProviders/azureActiveDirectory/";
    static final String GLOBAL_VALIDATION = "/properties/globalValidation/";
    private static final String TENANT = "81061dfa-4cc7-3cff-bb58-89410eba01c7";

    private static final String CREDENTIAL = APP + "/federatedIdentityCredentials";
    private static final String GRANT = "Microsoft.Graph/oauth2PermissionGrants";
    private static final String TABLE_ROLE =
            "Microsoft.Authorization/roleAssignments 0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3";

    static final List<Mutation> ALL = List.of(
            main(
                    "federated-credential-mismatch",
                    "another identity",
                    s -> s.with(CREDENTIAL, "/properties/subject", "\"00000000-0000-4000-8000-000000000001\"")),
            main(
                    "federated-credential-mismatch",
                    "the client id",
                    s -> s.with(
                            CREDENTIAL,
                            "/properties/subject",
                            "\"[reference('/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/gatehouse/providers"
                                    + "/Microsoft.ManagedIdentity/userAssignedIdentities/id-function-dev', '2024-11-30').clientId]\"")),
            main(
                    "federated-credential-mismatch",
                    "the issuer of version 1",
                    s -> s.with(CREDENTIAL, "/properties/issuer", "\"https://sts.windows.net/" + TENANT + "/\"")),
            main(
                    "federated-credential-mismatch",
                    "the audience of another cloud",
                    s -> s.with(CREDENTIAL, "/properties/audiences", "[\"api://AzureADTokenExchangeUSGov\"]")),
            main(
                    "table-role-too-wide",
                    "at the account",
                    s -> s.with(
                            TABLE_ROLE,
                            "/id",
                            "\"/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/gatehouse/providers/Microsoft.Storage"
                                    + "/storageAccounts/stwywakx7hkev6k/providers/Microsoft.Authorization/roleAssignments/a\"")),
            main(
                    "table-role-too-wide",
                    "another role",
                    s -> s.with(
                            TABLE_ROLE,
                            "/properties/roleDefinitionId",
                            "\"/providers/Microsoft.Authorization/roleDefinitions/17d1049b-9a84-46fb-8f53-869881c3d3ab\"")),
            main("onward-permissions-differ-from-contract", "no grant", s -> s.without(GRANT)),
            main(
                    "onward-permissions-differ-from-contract",
                    "a permission more",
                    s -> s.with(GRANT, "/properties/scope", "\"User.Read Mail.Read\"")),
            main(
                    "onward-permissions-differ-from-contract",
                    "another API",
                    s -> s.with(
                            APP,
                            "/properties/requiredResourceAccess/0/resourceAppId",
                            "\"00000002-0000-0000-c000-000000000000\"")),
            main(
                    "token-version-mismatch",
                    "not asked for",
                    s -> s.without(APP, "/properties/api/requestedAccessTokenVersion")),
            main(
                    "token-version-mismatch",
                    "Easy Auth",
                    s -> s.with(
                            "authsettingsV2",
                            ENTRA + "registration/openIdIssuer",
                            "\"https://sts.windows.net/" + TENANT + "/\"")),
            main(
                    "any-tenant",
                    "Easy Auth",
                    s -> s.with(
                            "authsettingsV2",
                            ENTRA + "registration/openIdIssuer",
                            "\"https://login.microsoftonline.com/common/v2.0\"")),
            main(
                    "issuer-malformed",
                    "Easy Auth",
                    s -> s.with(
                            "authsettingsV2",
                            ENTRA + "registration/openIdIssuer",
                            "\"login.microsoftonline.com/" + TENANT + "/v2.0\"")),
            main(
                    "client-id-is-no-guid",
                    "Easy Auth",
                    s -> s.with(
                            "authsettingsV2",
                            ENTRA + "validation/defaultAuthorizationPolicy/allowedApplications/-",
                            "\"client\"")),
            main(
                    "almost-a-guid",
                    "Easy Auth",
                    s -> s.with(
                            "authsettingsV2",
                            ENTRA + "validation/allowedAudiences/-",
                            "\"api://d5dfkae9-3c1b-4f5e-8a77-1f2e3d4c5b6a\"")),
            main("api-over-http", "both", s -> s.with(API, "/properties/protocols/-", "\"http\"")),
            main("backend-over-http", "the backend", s -> s.with(BACKEND, "/properties/url", "\"http://example.com\"")),
            main("backend-over-http", "the API", s -> s.with(API, "/properties/serviceUrl", "\"http://example.com\"")),
            main(
                    "backend-certificate-not-validated",
                    "chain",
                    s -> s.with(BACKEND, "/properties/tls/validateCertificateChain", "false")),
            main(
                    "backend-certificate-not-validated",
                    "name",
                    s -> s.with(BACKEND, "/properties/tls/validateCertificateName", "false")),
            main("backend-unauthenticated", "no key", s -> s.without(BACKEND, "/properties/credentials")),
            main("subscription-for-all-apis", "all", s -> s.with(SUBSCRIPTION, "/properties/scope", "\"/apis\"")),
            main(
                    "subscription-for-all-apis",
                    "the service",
                    s -> s.with(
                            SUBSCRIPTION,
                            "/properties/scope",
                            "\"/subscriptions/x/resourceGroups/y/providers/Microsoft.ApiManagement/service/z/\"")),
            main("tracing-allowed", "true", s -> s.with(SUBSCRIPTION, "/properties/allowTracing", "true")),
            main(
                    "direct-management-api",
                    "enabled",
                    s -> s.with(
                            "{\"type\": \"Microsoft.ApiManagement/service/tenant\", \"name\": \"g/access\", \"properties\": {\"enabled\": true}}")),
            main(
                    "authorization-logged",
                    "the header",
                    s -> s.with(DIAGNOSTIC, "/properties/frontend/request/headers/-", "\"Authorization\"")),
            main(
                    "authorization-logged",
                    "the key",
                    s -> s.with(DIAGNOSTIC, "/properties/backend/request/headers/-", "\"x-functions-key\"")),
            main("bodies-logged", "answers", s -> s.with(DIAGNOSTIC, "/properties/backend/response/body/bytes", "1")),
            main("keys-not-masked", "nothing", s -> s.without(DIAGNOSTIC, "/properties/frontend/request/dataMasking")),
            main(
                    "keys-not-masked",
                    "a parameter",
                    s -> s.without(DIAGNOSTIC, "/properties/frontend/request/dataMasking/queryParams/0")),
            main("denials-sampled-away", "not set", s -> s.without(DIAGNOSTIC, "/properties/alwaysLog")
                    .with(DIAGNOSTIC, "/properties/sampling/percentage", "50")),
            main("easy-auth-missing", "not deployed", s -> s.without("authsettingsV2")),
            main("service-tag-only", "network instead of identity", s -> s.without("authsettingsV2")
                    .with(
                            SITE,
                            CONFIG + "ipSecurityRestrictions",
                            "[{\"tag\": \"ServiceTag\", \"ipAddress\": \"ApiManagement.WestEurope\"}]")),
            main("easy-auth-off", "platform", s -> s.with("authsettingsV2", "/properties/platform/enabled", "false")),
            main("easy-auth-off", "provider", s -> s.with("authsettingsV2", ENTRA + "enabled", "false")),
            main(
                    "easy-auth-allows-anonymous",
                    "not required",
                    s -> s.with("authsettingsV2", GLOBAL_VALIDATION + "requireAuthentication", "false")),
            main(
                    "easy-auth-allows-anonymous",
                    "let through",
                    s -> s.with(
                            "authsettingsV2", GLOBAL_VALIDATION + "unauthenticatedClientAction", "\"AllowAnonymous\"")),
            main(
                    "easy-auth-does-not-answer-401",
                    "sign-in page",
                    s -> s.with(
                            "authsettingsV2",
                            GLOBAL_VALIDATION + "unauthenticatedClientAction",
                            "\"RedirectToLoginPage\"")),
            main(
                    "easy-auth-does-not-answer-401",
                    "by default",
                    s -> s.without("authsettingsV2", GLOBAL_VALIDATION + "unauthenticatedClientAction")),
            main(
                    "easy-auth-excludes-paths",
                    "all",
                    s -> s.with("authsettingsV2", GLOBAL_VALIDATION + "excludedPaths/-", "\"/*\"")),
            main(
                    "easy-auth-excludes-paths",
                    "not public",
                    s -> s.with("authsettingsV2", GLOBAL_VALIDATION + "excludedPaths/-", "\"/api/accounts\"")),
            main(
                    "easy-auth-admits-whole-tenant",
                    "empty",
                    s -> s.with(
                            "authsettingsV2",
                            ENTRA + "validation/defaultAuthorizationPolicy/allowedApplications",
                            "[]")),
            main(
                    "easy-auth-admits-whole-tenant",
                    "left out",
                    s -> s.without("authsettingsV2", ENTRA + "validation/defaultAuthorizationPolicy")),
            main(
                    "easy-auth-without-client-id",
                    "left out",
                    s -> s.without("authsettingsV2", ENTRA + "registration/clientId")),
            main(
                    "easy-auth-keeps-tokens",
                    "store",
                    s -> s.with("authsettingsV2", "/properties/login/tokenStore/enabled", "true")),
            main(
                    "assignment-not-required",
                    "by default",
                    s -> s.without(PRINCIPAL, "/properties/appRoleAssignmentRequired")),
            main(
                    "default-access-refused",
                    "beside roles",
                    s -> s.with(
                            "Microsoft.Graph/appRoleAssignedTo",
                            "/properties/appRoleId",
                            "\"00000000-0000-0000-0000-000000000000\"")),
            main(
                    "redirect-uris-on-api",
                    "left over",
                    s -> s.with(APP, "/properties/web/redirectUris/-", "\"https://example.com\"")),
            main(
                    "implicit-grant",
                    "access tokens",
                    s -> s.with(APP, "/properties/web/implicitGrantSettings/enableAccessTokenIssuance", "true")),
            main(
                    "client-secret-on-api",
                    "one",
                    s -> s.with(APP, "/properties/passwordCredentials", "[{\"displayName\": \"x\"}]")),
            main("app-tokens-not-marked", "no idtyp", s -> s.without(APP, "/properties/optionalClaims")),
            main(
                    "master-key",
                    "in the vault",
                    s -> s.with(SECRET, "/properties/value", "\"[listKeys('x', '2025-03-01').masterKey]\"")),
            main(
                    "default-host-key",
                    "in the vault",
                    s -> s.with(SECRET, "/properties/value", "\"[listKeys('x', '2025-03-01').functionKeys.default]\"")),
            main(
                    "secret-in-named-value",
                    "secret",
                    s -> s.with("Microsoft.ApiManagement/service/namedValues", "/properties/secret", "true")),
            main(
                    "secret-in-named-value",
                    "plain",
                    s -> s.with(
                            "Microsoft.ApiManagement/service/namedValues",
                            "/properties/value",
                            "\"[listKeys('x', '2025-03-01').keys[0].value]\"")),
            main(
                    "secret-in-app-setting",
                    "account key",
                    s -> s.with(
                            "appsettings",
                            "/properties/AzureWebJobsStorage",
                            "\"DefaultEndpointsProtocol=https;AccountName=x;AccountKey=abc\"")),
            main(
                    "secret-in-app-setting",
                    "listed",
                    s -> s.with(
                            "appsettings",
                            "/properties/AzureWebJobsStorage",
                            "\"[format('AccountKey={0}', listKeys('x', '1').keys[0].value)]\"")),
            main(
                    "secret-in-output",
                    "a key",
                    s -> s.withOutput("key", "[listKeys('x', '2025-03-01').functionKeys.gateway]")),
            main("secret-in-plain-text", "in the vault", s -> s.with(SECRET, "/properties/value", "\"abc\"")),
            main(
                    "secret-in-availability-test",
                    "a header",
                    s -> s.with("{\"type\": \"Microsoft.Insights/webtests\", \"name\": \"t\", \"properties\":"
                            + " {\"Request\": {\"Headers\": [{\"key\": \"X-Functions-Key\", \"value\": \"abc\"}]}}}")),
            main("https-not-enforced", "by default", s -> s.without(SITE, "/properties/httpsOnly")),
            main(
                    "https-not-enforced",
                    "Easy Auth",
                    s -> s.with("authsettingsV2", "/properties/httpSettings/requireHttps", "false")),
            main("old-tls", "site", s -> s.with(SITE, CONFIG + "minTlsVersion", "\"1.1\"")),
            main("old-tls", "publishing", s -> s.with(SITE, CONFIG + "scmMinTlsVersion", "\"1.0\"")),
            main("old-tls", "storage", s -> s.with(STORAGE, "/properties/minimumTlsVersion", "\"TLS1_0\"")),
            main(
                    "old-tls",
                    "gateway",
                    s -> s.with(
                            "Microsoft.ApiManagement/service",
                            "/properties/customProperties/Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Protocols.Tls10",
                            "\"True\"")),
            main("ftp-allowed", "FTPS", s -> s.with(SITE, CONFIG + "ftpsState", "\"FtpsOnly\"")),
            main("basic-publishing-allowed", "scm", s -> s.with("scm", "/properties/allow", "true")),
            main("basic-publishing-allowed", "not switched off", s -> s.without(SITE, "/properties/functionAppConfig")
                    .without("ftp")),
            main("remote-debugging", "on", s -> s.with(SITE, CONFIG + "remoteDebuggingEnabled", "true")),
            main(
                    "cors-any-origin",
                    "function app",
                    s -> s.with(SITE, CONFIG + "cors", "{\"allowedOrigins\": [\"*\"]}")),
            main("http2-off", "off", s -> s.with(SITE, CONFIG + "http20Enabled", "false")),
            main("java-outdated", "11", s -> s.with(SITE, "/properties/functionAppConfig/runtime/version", "\"11\"")),
            main("identity-missing", "none", s -> s.without(SITE, "/identity")),
            main("shared-key-access", "by default", s -> s.without(STORAGE, "/properties/allowSharedKeyAccess")),
            main("public-blobs", "account", s -> s.with(STORAGE, "/properties/allowBlobPublicAccess", "true")),
            main("public-blobs", "container", s -> s.with("app-package", "/properties/publicAccess", "\"Blob\"")),
            main("storage-over-http", "false", s -> s.with(STORAGE, "/properties/supportsHttpsTrafficOnly", "false")),
            main(
                    "app-insights-local-auth",
                    "by default",
                    s -> s.without("Microsoft.Insights/components", "/properties/DisableLocalAuth")),
            main("roles-differ-from-contract", "one less", s -> s.without(APP, "/properties/appRoles/0")),
            main(
                    "roles-differ-from-contract",
                    "one more",
                    s -> s.with(
                            APP,
                            "/properties/appRoles/-",
                            "{\"value\": \"Extra\", \"allowedMemberTypes\": [\"Application\"]}")),
            main(
                    "roles-differ-from-contract",
                    "for users, too",
                    s -> s.with(APP, "/properties/appRoles/0/allowedMemberTypes/-", "\"User\"")),
            main(
                    "scopes-differ-from-contract",
                    "one less",
                    s -> s.without(APP, "/properties/api/oauth2PermissionScopes/1")),
            main(
                    "scopes-differ-from-contract",
                    "one more",
                    s -> s.with(APP, "/properties/api/oauth2PermissionScopes/-", "{\"value\": \"extra\"}")),
            identity(
                    "roles-differ-from-contract",
                    "the callers' behind the gateway",
                    s -> s.with(
                            APP + " Gateway.Invoke",
                            "/properties/appRoles/-",
                            "{\"value\": \"Accounts.Read\", \"allowedMemberTypes\": [\"Application\"]}")),
            main(
                    "operations-differ-from-contract",
                    "another path",
                    s -> s.with(API, "/properties/path", "\"another\"")),
            main(
                    "operations-differ-from-contract",
                    "health shut",
                    s -> s.with("authsettingsV2", GLOBAL_VALIDATION + "excludedPaths", "[]")),
            main("operations-differ-from-contract", "one less", s -> s.without("gatehouse-accounts/listAccounts")),
            main(
                    "operations-differ-from-contract",
                    "health is the function's own",
                    s -> s.with(
                            "{\"type\": \"" + API + "/operations\", \"name\":"
                                    + " \"apim-dev-wywakx7hkev6k/gatehouse-accounts/health\", \"properties\": {\"method\": \"GET\", \"urlTemplate\": \"/health\"}}")),
            main(
                    "operations-differ-from-contract",
                    "another method",
                    s -> s.with("gatehouse-accounts/whoAmI", "/properties/method", "\"DELETE\"")));

    private ResourceMutations() {}
}
