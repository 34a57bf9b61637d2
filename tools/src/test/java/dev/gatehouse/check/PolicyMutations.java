package dev.gatehouse.check;

import static dev.gatehouse.check.Mutation.identity;
import static dev.gatehouse.check.Mutation.jwt;
import static dev.gatehouse.check.Mutation.main;

import java.util.List;

/** The project's policies, each with one change. */
final class PolicyMutations {
    private static final String NO_GUID = "d5dfkae9-3c1b-4f5e-8a77-1f2e3d4c5b6a";
    private static final String V2 = "<openid-config url=\"[^\"]*/v2\\.0/[^\"]*\" />";
    private static final String V1 = "<openid-config url=\"[^\"]*[}]}/\\.well-known[^\"]*\" />";
    private static final String VALIDATE = "(?s)<validate-azure-ad-token.*?</validate-azure-ad-token>";

    static final List<Mutation> ALL = List.of(
            main("policy-not-well-formed", "no quotes", s -> s.policy("api", "httpcode=\"401\"", "httpcode=401")),
            main(
                    "policy-not-well-formed",
                    "a misspelt end",
                    s -> s.policy("api", "</metadata>|</message>", "</massage>")),
            main("placeholder-unfilled", "no such named value", s -> s.without("rate-limit-calls")),
            main(
                    "placeholder-unfilled",
                    "left over",
                    s -> s.policy("operation", "\\{\\{rate-limit-seconds}}", "__SECONDS__")),
            main("base-missing", "inbound", s -> s.policy("operation", "<inbound>\\s*<base />", "<inbound>")),
            main("base-missing", "outbound", s -> s.policy("api", "<outbound><base /></outbound>", "<outbound />")),
            main("audience-missing", "azure-ad-token", s -> s.policy("api", "<audiences>.*</audiences>", "")),
            jwt("audience-missing", "jwt", s -> s.policy("api", "<audiences>.*</audiences>", "<audiences />")),
            jwt("signing-key-missing", "no metadata", s -> s.policy("api", "<openid-config[^>]*>", "")),
            jwt(
                    "signature-not-required",
                    "false",
                    s -> s.policy("api", "signed-tokens=\"true\"", "signed-tokens=\"false\"")),
            jwt(
                    "expiry-not-required",
                    "false",
                    s -> s.policy("api", "expiration-time=\"true\"", "expiration-time=\"False\"")),
            jwt("clock-skew-too-long", "301", s -> s.policy("api", "clock-skew=\"\\d+\"", "clock-skew=\"301\"")),
            main(
                    "any-tenant",
                    "common",
                    s -> s.policy("api", "tenant-id=\"\\{\\{tenant-id}}\"", "tenant-id=\"common\"")),
            jwt(
                    "any-tenant",
                    "organizations",
                    s -> s.policy("api", "/\\{\\{tenant-id}}/v2.0/", "/organizations/v2.0/")),
            jwt(
                    "openid-config-url-broken",
                    "a step too many",
                    s -> s.policy("api", "configuration\"", "configuration/x\"")),
            jwt("openid-config-url-broken", "a blank", s -> s.policy("api", "/\\.well-known", "/ .well-known")),
            jwt(
                    "issuer-malformed",
                    "no slash at the end",
                    s -> s.policy(
                            "api",
                            "</audiences>",
                            "</audiences><issuers><issuer>https://sts.windows.net/{{tenant-id}}</issuer></issuers>")),
            jwt("token-version-mismatch", "only metadata of version 1", s -> s.policy("api", V2, "")),
            jwt("client-claim-of-the-other-version", "appid for version 2", s -> s.policy("api", V1, "")
                    .policy(
                            "api",
                            "<required-claims>",
                            "<required-claims><claim name=\"appid\"><value>{{tenant-id}}</value></claim>")),
            main(
                    "client-id-is-no-guid",
                    "a client application",
                    s -> s.policy(
                            "api",
                            "<audiences>",
                            "<client-application-ids><application-id>" + NO_GUID
                                    + "</application-id></client-application-ids><audiences>")),
            identity(
                    "client-id-is-no-guid",
                    "the gateway's identity",
                    s -> s.policy("api", "client-id=\"[^\"]*\"", "client-id=\"gateway\"")),
            identity(
                    "almost-a-guid",
                    "the resource",
                    s -> s.policy("api", "resource=\"[^\"]*\"", "resource=\"" + NO_GUID + "\"")),
            main(
                    "almost-a-guid",
                    "an audience",
                    s -> s.policy("api", "<audiences>", "<audiences><audience>" + NO_GUID + "</audience>")),
            main(
                    "tenant-id-is-none",
                    "a word",
                    s -> s.policy("api", "tenant-id=\"\\{\\{tenant-id}}\"", "tenant-id=\"contoso\"")),
            identity(
                    "managed-identity-error-ignored",
                    "true",
                    s -> s.policy(
                            "api",
                            "<authentication-managed-identity",
                            "<authentication-managed-identity ignore-error=\"true\"")),
            main(
                    "managed-identity-at-global-scope",
                    "moved",
                    s -> s.policy(
                            "global",
                            "<inbound>",
                            "<inbound><authentication-managed-identity resource=\"api://x\" />")),
            main(
                    "error-details-to-caller",
                    "the last error",
                    s -> s.policy("api", "<on-error>", "<on-error><set-body>@(context.LastError.Message)</set-body>")),
            main(
                    "error-details-to-caller",
                    "the token",
                    s -> s.policy(
                            "api",
                            "<set-status code=\"401\" reason=\"Unauthorized\" />",
                            "<set-status code=\"401\" reason=\"Unauthorized\" /><set-body>@(((Jwt)context.Variables[\"token\"]).Subject)</set-body>")),
            main("cors-after-authentication", "late", s -> s.policy("api", "<set-variable", "<cors /><set-variable")),
            main(
                    "cors-any-origin",
                    "with credentials",
                    s -> s.policy(
                            "global",
                            "<inbound>",
                            "<inbound><cors allow-credentials=\"true\"><allowed-origins><origin>*</origin></allowed-origins></cors>")),
            main(
                    "backend-over-http",
                    "in a policy",
                    s -> s.policy("api", "backend-id=\"function-app\"", "base-url=\"http://example.com\"")),
            main("token-not-validated", "removed", s -> s.policy("api", VALIDATE, "")),
            main("token-not-validated", "for products only", s -> s.policy("api", VALIDATE, "")
                    .with(
                            "{\"type\": \"Microsoft.ApiManagement/service/products/policies\", \"name\": \"g/p/policy\", \"properties\": {\"value\":"
                                    + " \"<policies><inbound><base /><validate-azure-ad-token tenant-id='contoso.com'><audiences><audience>a</audience>"
                                    + "</audiences></validate-azure-ad-token></inbound></policies>\"}}")),
            main("api-open-to-everybody", "neither token nor key", s -> s.policy("api", VALIDATE, "")
                    .with("Microsoft.ApiManagement/service/apis", "/properties/subscriptionRequired", "false")),
            main(
                    "secret-in-policy",
                    "the function key",
                    s -> s.policy(
                            "api",
                            "<set-backend-service",
                            "<set-header name=\"x-functions-key\" exists-action=\"override\"><value>abc</value></set-header><set-backend-service")),
            main(
                    "requirement-differs-from-contract",
                    "another role",
                    s -> s.policy("operation", "Accounts\\.Read", "Accounts.Write")),
            main("requirement-differs-from-contract", "turned round", s -> s.policy("operation", "@\\(!\\(", "@((")),
            main(
                    "requirement-differs-from-contract",
                    "not refused",
                    s -> s.policy("operation", "code=\"403\"", "code=\"200\"")),
            main("requirement-differs-from-contract", "no policy", s -> s.without("listAccounts/policy")),
            main("policy-differs-from-files", "global", s -> s.policy("global", "$", "<!-- -->")),
            main("policy-differs-from-files", "API", s -> s.policy("api", "$", "<!-- -->")),
            main("policy-differs-from-files", "operation", s -> s.policy("operation", "$", "<!-- -->")),
            main("policy-differs-from-files", "none", s -> s.without("Microsoft.ApiManagement/service/policies")),
            main("token-version-mismatch", "accepted", s -> s.with("token-version", "/properties/value", "\"1.0\"")));

    private PolicyMutations() {}
}
