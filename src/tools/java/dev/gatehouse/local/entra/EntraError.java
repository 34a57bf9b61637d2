package dev.gatehouse.local.entra;

/** Entra's own errors: number, OAuth error, status and text (Microsoft's authentication error reference). */
enum EntraError {
    NO_CONSENT(
            65001,
            400,
            "invalid_grant",
            "The user or administrator has not consented to use the application with ID '%s' named '%s'. Send an"
                    + " interactive authorization request for this user and resource."),
    SCOPE_UNKNOWN(
            650053,
            400,
            "invalid_scope",
            "The application '%s' asked for scope '%s' that doesn't exist on the resource '%s'."),
    GRANT_UNSUPPORTED(70003, 400, "unsupported_grant_type", "The app requested an unsupported grant type '%s'."),
    SCOPE_INVALID(
            70011,
            400,
            "invalid_scope",
            "The provided value for the input parameter 'scope' is not valid. The scope '%s' is not valid."),
    AUTHORIZATION_PENDING(
            70016,
            400,
            "authorization_pending",
            "OAuth 2.0 device flow error. Authorization is pending. Continue polling."),
    DEVICE_CODE_EXPIRED(
            70020, 400, "expired_token", "The provided value for the input parameter 'device_code' is expired."),
    DEVICE_CODE_UNKNOWN(
            70000,
            400,
            "bad_verification_code",
            "The provided value for the input parameter 'device_code' is not valid."),
    SEVERAL_RESOURCES(
            700022,
            400,
            "invalid_scope",
            "The provided value for the input parameter 'scope' is not valid because it contains more than one"
                    + " resource."),
    SCOPE_EMPTY(
            28003,
            400,
            "invalid_request",
            "The provided value for the input parameter 'scope' cannot be empty when requesting an access token."),
    NOT_DEFAULT_SCOPE(
            1002012,
            400,
            "invalid_scope",
            "The provided value for scope %s is not valid. Client credential flows must have a scope value with"
                    + " /.default suffixed to the resource identifier (application ID URI)."),
    PARAMETER_MISSING(900144, 400, "invalid_request", "The request body must contain the following parameter: '%s'."),
    RESOURCE_PARAMETER(901002, 400, "invalid_request", "The 'resource' request parameter is not supported."),
    TENANT_UNKNOWN(
            90002,
            400,
            "invalid_request",
            "Tenant '%s' not found. Check to make sure you have the correct tenant ID and are signing into the correct"
                    + " cloud. Check with your subscription administrator, this may happen if there are no active"
                    + " subscriptions for the tenant."),
    TENANT_NOT_NAMED(
            9001023,
            400,
            "invalid_request",
            "The grant type is not supported over the /common or /consumers endpoints. Please use the /organizations or"
                    + " tenant-specific endpoint."),
    RESOURCE_UNKNOWN(
            500011,
            400,
            "invalid_resource",
            "The resource principal named %s was not found in the tenant named %s. This can happen if the application"
                    + " has not been installed by the administrator of the tenant or consented to by any user in the"
                    + " tenant. You might have sent your authentication request to the wrong tenant."),
    APP_NOT_ASSIGNED(
            501051,
            400,
            "invalid_grant",
            "Application '%s'(%s) is not assigned to a role for the application '%s'(%s)."),
    USER_NOT_ASSIGNED(
            50105,
            400,
            "invalid_grant",
            "Your administrator has configured the application %s ('%s') to block users unless they are specifically"
                    + " granted ('assigned') access to the application. The signed in user '%s' is blocked because they"
                    + " are not a direct member of a group with access, nor had access directly assigned by an"
                    + " administrator. Please contact your administrator to assign access to this application."),
    CLIENT_UNKNOWN(
            700016,
            400,
            "unauthorized_client",
            "Application with identifier '%s' was not found in the directory '%s'. This can happen if the application"
                    + " has not been installed by the administrator of the tenant or consented to by any user in the"
                    + " tenant. You may have sent your authentication request to the wrong tenant."),
    SECRET_WRONG(
            7000215,
            401,
            "invalid_client",
            "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not"
                    + " the client secret ID, for a secret added to app '%s'."),
    SECRET_EXPIRED(
            7000222,
            401,
            "invalid_client",
            "The provided client secret keys for app '%s' are expired. Visit the Azure portal to create new keys for"
                    + " your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added"
                    + " security: https://aka.ms/certCreds."),
    PROOF_MISSING(
            7000218,
            401,
            "invalid_client",
            "The request body must contain the following parameter: 'client_assertion' or 'client_secret'."),
    PROOF_NOT_EXPECTED(
            700025,
            401,
            "invalid_client",
            "Client is public so neither 'client_assertion' nor 'client_secret' should be presented."),
    ASSERTION_KEY(
            700027,
            401,
            "invalid_client",
            "The certificate with identifier used to sign the client assertion is not registered on application."
                    + " [Reason - %s], Please visit the Azure Portal to see configured keys for app Id '%s'."),
    ASSERTION_TIME(700024, 401, "invalid_client", "Client assertion is not within its valid time range."),
    ASSERTION_AUDIENCE(
            700023,
            401,
            "invalid_client",
            "Client assertion audience claim does not match Realm issuer. Expected '%s'."),
    ASSERTION_SUBJECT(
            700021,
            401,
            "invalid_client",
            "Client assertion application identifier doesn't match 'client_id' parameter."),
    ASSERTION_MALFORMED(50027, 401, "invalid_client", "JWT token is invalid or malformed."),
    USER_ASSERTION_INVALID(50013, 400, "invalid_grant", "Assertion failed signature validation. [Reason - %s]"),
    USER_ASSERTION_TIME(
            500133,
            400,
            "invalid_grant",
            "Assertion is not within its valid time range. Ensure that the access token is not expired before using it"
                    + " for user assertion, or request a new token."),
    USER_ASSERTION_AUDIENCE(
            500131,
            400,
            "invalid_grant",
            "Assertion audience does not match the Client app presenting the assertion. The audience in the assertion"
                    + " was '%s' and the expected audience is one of the Application Uris of this application with App"
                    + " ID '%s'(%s). The downstream client must request a token for the expected audience (the"
                    + " application that made the OBO request) and this application should use that token as the"
                    + " assertion."),
    OBO_WITHOUT_USER(
            7000114, 400, "invalid_grant", "Application '%s' is not allowed to make application on-behalf-of calls.");

    private final int code;
    private final int status;
    private final String oauth;
    private final String text;

    EntraError(int code, int status, String oauth, String text) {
        this.code = code;
        this.status = status;
        this.oauth = oauth;
        this.text = text;
    }

    int code() {
        return code;
    }

    int status() {
        return status;
    }

    String oauth() {
        return oauth;
    }

    String describe(Object... details) {
        return "AADSTS" + code + ": " + text.formatted(details);
    }

    <T> Outcome<T> refuse(Object... details) {
        return new Outcome.Refused<>(this, describe(details));
    }
}
