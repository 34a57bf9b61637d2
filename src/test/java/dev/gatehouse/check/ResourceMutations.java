package dev.gatehouse.check;

import static dev.gatehouse.check.Mutation.main;

import java.util.List;

/** The project's resources, each spoiled in one place. */
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

    static final List<Mutation> ALL = List.of(
            main(
                    "token-version-mismatch",
                    "not asked for",
                    s -> s.remove(APP, "/properties/api/requestedAccessTokenVersion")),
            main(
                    "token-version-mismatch",
                    "Easy Auth",
                    s -> s.set(
                            "authsettingsV2",
                            ENTRA + "registration/openIdIssuer",
                            "\"https://sts.windows.net/" + TENANT + "/\"")),
            main(
                    "any-tenant",
                    "Easy Auth",
                    s -> s.set(
                            "authsettingsV2",
                            ENTRA + "registration/openIdIssuer",
                            "\"https://login.microsoftonline.com/common/v2.0\"")),
            main(
                    "issuer-malformed",
                    "Easy Auth",
                    s -> s.set(
                            "authsettingsV2",
                            ENTRA + "registration/openIdIssuer",
                            "\"login.microsoftonline.com/" + TENANT + "/v2.0\"")),
            main(
                    "client-id-is-no-guid",
                    "Easy Auth",
                    s -> s.set(
                            "authsettingsV2",
                            ENTRA + "validation/defaultAuthorizationPolicy/allowedApplications/-",
                            "\"client\"")),
            main(
                    "almost-a-guid",
                    "Easy Auth",
                    s -> s.set(
                            "authsettingsV2",
                            ENTRA + "validation/allowedAudiences/-",
                            "\"api://d5dfkae9-3c1b-4f5e-8a77-1f2e3d4c5b6a\"")),
            main("api-over-http", "both", s -> s.set(API, "/properties/protocols/-", "\"http\"")),
            main("backend-over-http", "the backend", s -> s.set(BACKEND, "/properties/url", "\"http://example.com\"")),
            main("backend-over-http", "the API", s -> s.set(API, "/properties/serviceUrl", "\"http://example.com\"")),
            main(
                    "backend-certificate-not-validated",
                    "chain",
                    s -> s.set(BACKEND, "/properties/tls/validateCertificateChain", "false")),
            main(
                    "backend-certificate-not-validated",
                    "name",
                    s -> s.set(BACKEND, "/properties/tls/validateCertificateName", "false")),
            main("backend-unauthenticated", "no key", s -> s.remove(BACKEND, "/properties/credentials")),
            main("subscription-for-all-apis", "all", s -> s.set(SUBSCRIPTION, "/properties/scope", "\"/apis\"")),
            main(
                    "subscription-for-all-apis",
                    "the service",
                    s -> s.set(
                            SUBSCRIPTION,
                            "/properties/scope",
                            "\"/subscriptions/x/resourceGroups/y/providers/Microsoft.ApiManagement/service/z/\"")),
            main("tracing-allowed", "true", s -> s.set(SUBSCRIPTION, "/properties/allowTracing", "true")),
            main(
                    "direct-management-api",
                    "enabled",
                    s -> s.add(
                            "{\"type\": \"Microsoft.ApiManagement/service/tenant\", \"name\": \"g/access\", \"properties\": {\"enabled\": true}}")),
            main(
                    "authorization-logged",
                    "the header",
                    s -> s.set(DIAGNOSTIC, "/properties/frontend/request/headers/-", "\"Authorization\"")),
            main(
                    "authorization-logged",
                    "the key",
                    s -> s.set(DIAGNOSTIC, "/properties/backend/request/headers/-", "\"x-functions-key\"")),
            main("bodies-logged", "answers", s -> s.set(DIAGNOSTIC, "/properties/backend/response/body/bytes", "1")),
            main("keys-not-masked", "nothing", s -> s.remove(DIAGNOSTIC, "/properties/frontend/request/dataMasking")),
            main(
                    "keys-not-masked",
                    "a parameter",
                    s -> s.remove(DIAGNOSTIC, "/properties/frontend/request/dataMasking/queryParams/0")),
            main("denials-sampled-away", "not set", s -> s.remove(DIAGNOSTIC, "/properties/alwaysLog")),
            main("easy-auth-missing", "not deployed", s -> s.drop("authsettingsV2")),
            main("service-tag-only", "network instead of identity", s -> s.drop("authsettingsV2")
                    .set(
                            SITE,
                            CONFIG + "ipSecurityRestrictions",
                            "[{\"tag\": \"ServiceTag\", \"ipAddress\": \"ApiManagement.WestEurope\"}]")),
            main("easy-auth-off", "platform", s -> s.set("authsettingsV2", "/properties/platform/enabled", "false")),
            main("easy-auth-off", "provider", s -> s.set("authsettingsV2", ENTRA + "enabled", "false")),
            main(
                    "easy-auth-allows-anonymous",
                    "not required",
                    s -> s.set("authsettingsV2", GLOBAL_VALIDATION + "requireAuthentication", "false")),
            main(
                    "easy-auth-allows-anonymous",
                    "let through",
                    s -> s.set(
                            "authsettingsV2", GLOBAL_VALIDATION + "unauthenticatedClientAction", "\"AllowAnonymous\"")),
            main(
                    "easy-auth-does-not-answer-401",
                    "sign-in page",
                    s -> s.set(
                            "authsettingsV2",
                            GLOBAL_VALIDATION + "unauthenticatedClientAction",
                            "\"RedirectToLoginPage\"")),
            main(
                    "easy-auth-does-not-answer-401",
                    "by default",
                    s -> s.remove("authsettingsV2", GLOBAL_VALIDATION + "unauthenticatedClientAction")),
            main(
                    "easy-auth-excludes-paths",
                    "all",
                    s -> s.set("authsettingsV2", GLOBAL_VALIDATION + "excludedPaths/-", "\"/*\"")),
            main(
                    "easy-auth-excludes-paths",
                    "not public",
                    s -> s.set("authsettingsV2", GLOBAL_VALIDATION + "excludedPaths/-", "\"/api/accounts\"")),
            main(
                    "easy-auth-admits-whole-tenant",
                    "empty",
                    s -> s.set(
                            "authsettingsV2",
                            ENTRA + "validation/defaultAuthorizationPolicy/allowedApplications",
                            "[]")),
            main(
                    "easy-auth-admits-whole-tenant",
                    "left out",
                    s -> s.remove("authsettingsV2", ENTRA + "validation/defaultAuthorizationPolicy")),
            main(
                    "easy-auth-without-client-id",
                    "left out",
                    s -> s.remove("authsettingsV2", ENTRA + "registration/clientId")),
            main(
                    "easy-auth-keeps-tokens",
                    "store",
                    s -> s.set("authsettingsV2", "/properties/login/tokenStore/enabled", "true")),
            main(
                    "assignment-not-required",
                    "by default",
                    s -> s.remove(PRINCIPAL, "/properties/appRoleAssignmentRequired")),
            main(
                    "redirect-uris-on-api",
                    "left over",
                    s -> s.set(APP, "/properties/web/redirectUris/-", "\"https://example.com\"")),
            main(
                    "implicit-grant",
                    "access tokens",
                    s -> s.set(APP, "/properties/web/implicitGrantSettings/enableAccessTokenIssuance", "true")),
            main(
                    "client-secret-on-api",
                    "one",
                    s -> s.set(APP, "/properties/passwordCredentials", "[{\"displayName\": \"x\"}]")),
            main("app-tokens-not-marked", "no idtyp", s -> s.remove(APP, "/properties/optionalClaims")),
            main(
                    "master-key",
                    "in the vault",
                    s -> s.set(SECRET, "/properties/value", "\"[listKeys('x', '2025-03-01').masterKey]\"")),
            main(
                    "default-host-key",
                    "in the vault",
                    s -> s.set(SECRET, "/properties/value", "\"[listKeys('x', '2025-03-01').functionKeys.default]\"")),
            main(
                    "secret-in-named-value",
                    "secret",
                    s -> s.set("Microsoft.ApiManagement/service/namedValues", "/properties/secret", "true")),
            main(
                    "secret-in-named-value",
                    "plain",
                    s -> s.set(
                            "Microsoft.ApiManagement/service/namedValues",
                            "/properties/value",
                            "\"[listKeys('x', '2025-03-01').keys[0].value]\"")),
            main(
                    "secret-in-app-setting",
                    "account key",
                    s -> s.set(
                            "appsettings",
                            "/properties/AzureWebJobsStorage",
                            "\"DefaultEndpointsProtocol=https;AccountName=x;AccountKey=abc\"")),
            main(
                    "secret-in-app-setting",
                    "listed",
                    s -> s.set(
                            "appsettings",
                            "/properties/AzureWebJobsStorage",
                            "\"[format('AccountKey={0}', listKeys('x', '1').keys[0].value)]\"")),
            main(
                    "secret-in-output",
                    "a key",
                    s -> s.output("key", "[listKeys('x', '2025-03-01').functionKeys.gateway]")),
            main("secret-in-plain-text", "in the vault", s -> s.set(SECRET, "/properties/value", "\"abc\"")),
            main(
                    "secret-in-availability-test",
                    "a header",
                    s -> s.add("{\"type\": \"Microsoft.Insights/webtests\", \"name\": \"t\", \"properties\":"
                            + " {\"Request\": {\"Headers\": [{\"key\": \"X-Functions-Key\", \"value\": \"abc\"}]}}}")),
            main("https-not-enforced", "by default", s -> s.remove(SITE, "/properties/httpsOnly")),
            main(
                    "https-not-enforced",
                    "Easy Auth",
                    s -> s.set("authsettingsV2", "/properties/httpSettings/requireHttps", "false")),
            main("old-tls", "site", s -> s.set(SITE, CONFIG + "minTlsVersion", "\"1.1\"")),
            main("old-tls", "publishing", s -> s.set(SITE, CONFIG + "scmMinTlsVersion", "\"1.0\"")),
            main("old-tls", "storage", s -> s.set(STORAGE, "/properties/minimumTlsVersion", "\"TLS1_0\"")),
            main(
                    "old-tls",
                    "gateway",
                    s -> s.set(
                            "Microsoft.ApiManagement/service",
                            "/properties/customProperties/Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Protocols.Tls10",
                            "\"True\"")),
            main("ftp-allowed", "FTPS", s -> s.set(SITE, CONFIG + "ftpsState", "\"FtpsOnly\"")),
            main("basic-publishing-allowed", "scm", s -> s.set("scm", "/properties/allow", "true")),
            main("basic-publishing-allowed", "not switched off", s -> s.remove(SITE, "/properties/functionAppConfig")
                    .drop("ftp")),
            main("remote-debugging", "on", s -> s.set(SITE, CONFIG + "remoteDebuggingEnabled", "true")),
            main("cors-any-origin", "function app", s -> s.set(SITE, CONFIG + "cors", "{\"allowedOrigins\": [\"*\"]}")),
            main("http2-off", "off", s -> s.set(SITE, CONFIG + "http20Enabled", "false")),
            main("java-outdated", "11", s -> s.set(SITE, "/properties/functionAppConfig/runtime/version", "\"11\"")),
            main("identity-missing", "none", s -> s.remove(SITE, "/identity")),
            main("shared-key-access", "by default", s -> s.remove(STORAGE, "/properties/allowSharedKeyAccess")),
            main("public-blobs", "account", s -> s.set(STORAGE, "/properties/allowBlobPublicAccess", "true")),
            main("public-blobs", "container", s -> s.set("app-package", "/properties/publicAccess", "\"Blob\"")),
            main("storage-over-http", "false", s -> s.set(STORAGE, "/properties/supportsHttpsTrafficOnly", "false")),
            main(
                    "app-insights-local-auth",
                    "by default",
                    s -> s.remove("Microsoft.Insights/components", "/properties/DisableLocalAuth")),
            main("roles-differ-from-contract", "one less", s -> s.remove(APP, "/properties/appRoles/0")),
            main(
                    "roles-differ-from-contract",
                    "one more",
                    s -> s.set(
                            APP,
                            "/properties/appRoles/-",
                            "{\"value\": \"Extra\", \"allowedMemberTypes\": [\"Application\"]}")),
            main(
                    "roles-differ-from-contract",
                    "for users, too",
                    s -> s.set(APP, "/properties/appRoles/0/allowedMemberTypes/-", "\"User\"")),
            main(
                    "scopes-differ-from-contract",
                    "one less",
                    s -> s.remove(APP, "/properties/api/oauth2PermissionScopes/1")),
            main(
                    "scopes-differ-from-contract",
                    "one more",
                    s -> s.set(APP, "/properties/api/oauth2PermissionScopes/-", "{\"value\": \"extra\"}")),
            main("operations-differ-from-contract", "one less", s -> s.drop("gatehouse-accounts/listAccounts")),
            main(
                    "operations-differ-from-contract",
                    "health is the function's own",
                    s -> s.add(
                            "{\"type\": \"" + API + "/operations\", \"name\":"
                                    + " \"apim-dev-wywakx7hkev6k/gatehouse-accounts/health\", \"properties\": {\"method\": \"GET\", \"urlTemplate\": \"/health\"}}")),
            main(
                    "operations-differ-from-contract",
                    "another method",
                    s -> s.set("gatehouse-accounts/whoAmI", "/properties/method", "\"DELETE\"")));

    private ResourceMutations() {}
}
