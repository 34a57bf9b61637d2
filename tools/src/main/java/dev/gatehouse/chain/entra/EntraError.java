package dev.gatehouse.chain.entra;

/** Entra's errors: number, status, OAuth error and text (Microsoft's authentication error reference). */
enum EntraError {
    PARAMETER_MISSING(900144, 400, "invalid_request", "The request body must contain the following parameter: '%s'."),
    RESOURCE_PARAMETER(901002, 400, "invalid_request", "The 'resource' request parameter is not supported."),
    GRANT_NOT_SERVED(
            70003,
            400,
            "unsupported_grant_type",
            "The app requested an unsupported grant type '%s': Entra has it, but the local Entra does not serve it."),
    GRANT_UNSUPPORTED(70003, 400, "unsupported_grant_type", "The app requested an unsupported grant type '%s'."),
    TENANT_UNKNOWN(
            90002, 400, "invalid_request", "Tenant '%s' not found. Check to make sure you have the correct tenant ID."),
    TENANT_NOT_NAMED(
            9001023, 400, "invalid_request", "The grant type is not supported here. Use the tenant-specific endpoint."),

    PARAMETER_DUPLICATED(
            9000411,
            400,
            "invalid_request",
            "The request is not properly formatted. The parameter '%s' is duplicated."),
    VALUE_UNSUPPORTED(90023, 400, "invalid_request", "Invalid request: the value '%s' of '%s' is not supported."),
    MALFORMED(9002313, 400, "invalid_grant", "Invalid request. Request is malformed or invalid."),
    SINGLE_TENANT(
            50194,
            400,
            "invalid_request",
            "Application '%s'(%s) is not configured as a multi-tenant application. Usage of the /common endpoint is not"
                    + " supported for such apps. Use a tenant-specific endpoint or configure the application to be"
                    + " multi-tenant."),

    CLIENT_UNKNOWN(
            700016,
            400,
            "unauthorized_client",
            "Application with identifier '%s' was not found in the directory '%s'."),
    CLIENT_NIL(700038, 400, "unauthorized_client", "%s is not a valid application identifier."),
    SECRET_WRONG(
            7000215,
            401,
            "invalid_client",
            "Invalid client secret provided. Send the secret's value, not its ID, for a secret added to app '%s'."),
    SECRET_EXPIRED(7000222, 401, "invalid_client", "The provided client secret keys for app '%s' are expired."),
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
    ASSERTION_MALFORMED(50027, 401, "invalid_client", "JWT token is invalid or malformed."),
    ASSERTION_KEY(
            700027,
            401,
            "invalid_client",
            "The certificate used to sign the client assertion is not registered on application '%2$s'. [%1$s]"),
    ASSERTION_AUDIENCE(
            700023, 401, "invalid_client", "Client assertion audience claim does not match Realm issuer '%s'."),
    ASSERTION_SUBJECT(
            700021, 401, "invalid_client", "Client assertion application identifier doesn't match 'client_id'."),
    ASSERTION_TIME(700024, 401, "invalid_client", "Client assertion is not within its valid time range."),

    FEDERATION_NONE(
            70025, 401, "invalid_client", "The client '%s'(%s) has no configured federated identity credentials."),
    FEDERATION_ISSUER(
            700211,
            401,
            "invalid_client",
            "No matching federated identity record found for presented assertion issuer '%s'." + Texts.FEDERATION),
    FEDERATION_AUDIENCE(
            700212,
            401,
            "invalid_client",
            "No matching federated identity record found for presented assertion audience '%s'." + Texts.FEDERATION),
    FEDERATION_SUBJECT(
            700213,
            401,
            "invalid_client",
            "No matching federated identity record found for presented assertion subject '%s'." + Texts.FEDERATION),
    FEDERATION_SUBJECT_CASE(
            7002138,
            401,
            "invalid_client",
            "No matching federated identity record found for presented assertion subject '%s'. The subject matches with"
                    + " case-insensitive comparison, but not with case-sensitive comparison." + Texts.FEDERATION),
    FEDERATION_KEY(700027, 401, "invalid_client", "Client assertion failed signature validation."),
    FEDERATION_NOT_AN_IDENTITY(
            700222, 401, "invalid_client", "AAD-issued tokens may not be used for federated identity flows."),

    REPLY_MISSING(900971, 400, "invalid_request", "No reply address provided."),
    REPLY_MISMATCH(
            50011,
            400,
            "invalid_request",
            "The redirect URI '%s' specified in the request does not match the redirect URIs configured for the application"
                    + " '%s'. Make sure the redirect URI sent in the request matches one added to your application in the"
                    + " Azure portal. Navigate to https://aka.ms/redirectUriMismatchError to learn more about how to"
                    + " troubleshoot this error."),
    IMPLICIT_OFF(700054, 400, "unsupported_response_type", "response_type '%s' is not enabled for the application."),
    RESPONSE_TYPE(70005, 400, "unsupported_response_type", "The response type '%s' is not supported."),
    RESPONSE_MODE(70007, 400, "invalid_request", "'%s' is not a supported value of 'response_mode'."),
    CHALLENGE_SIZE(501491, 400, "invalid_request", "Invalid size of Code_Challenge parameter."),
    NOT_SIGNED_IN(50058, 400, "login_required", "A silent sign-in request was sent but no user is signed in."),
    CONSENT_DECLINED(65004, 400, "access_denied", "User declined to consent to access the app."),
    DEVICE_DECLINED(65004, 400, "authorization_declined", "User declined to consent to access the app."),
    GRANT_OF_ANOTHER_CLIENT(
            70000,
            400,
            "invalid_grant",
            "Provided grant is invalid or malformed: it was issued to another application."),
    CODE_REDEEMED(
            54005,
            400,
            "invalid_grant",
            "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh"
                    + " token."),
    CODE_EXPIRED(
            70008,
            400,
            "invalid_grant",
            "The provided authorization code or refresh token has expired due to inactivity. Send a new interactive"
                    + " authorization request for this user and resource."),
    CODE_REDIRECT(
            500112,
            400,
            "invalid_client",
            "The reply address '%s' does not match the reply address '%s' provided when requesting Authorization code."),
    CODE_PROOF(
            501481,
            400,
            "invalid_grant",
            "The Code_Verifier does not match the code_challenge supplied in the authorization request."),
    PROOF_KEY_NEEDED(
            9002325,
            400,
            "invalid_request",
            "Proof Key for Code Exchange is required for cross-origin authorization code redemption."),
    CROSS_ORIGIN(
            9002326,
            400,
            "invalid_request",
            "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. Request origin:"
                    + " '%s'."),
    NOT_CROSS_ORIGIN(
            9002327,
            400,
            "invalid_request",
            "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests."),
    REFRESH_EXPIRED(
            700082,
            400,
            "invalid_grant",
            "The refresh token has expired due to inactivity. The token was issued on %s and was inactive for %s."),
    REFRESH_EXPIRED_SPA(
            700084,
            400,
            "invalid_grant",
            "The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of %s,"
                    + " which cannot be extended. It is now expired and a new sign in request must be sent by the SPA to the"
                    + " sign in page. The token was issued on %s."),
    USER_GONE(50034, 400, "invalid_grant", "The user account %s does not exist in the %s directory."),

    SCOPE_EMPTY(28003, 400, "invalid_request", "Provided value for the input parameter 'scope' cannot be empty."),
    SCOPE_INVALID(
            70011, 400, "invalid_scope", "The provided value for the input parameter 'scope' is not valid: '%s'."),
    SCOPE_UNKNOWN(
            650053, 400, "invalid_scope", "The application '%s' asked for scope '%s' that doesn't exist on '%s'."),
    NOT_DEFAULT_SCOPE(
            1002012,
            400,
            "invalid_scope",
            "The provided value for scope %s is not valid. Client credential"
                    + " flows must have a scope value with /.default suffixed to the resource identifier."),
    SEVERAL_RESOURCES(
            700022,
            400,
            "invalid_scope",
            "The provided value for the input parameter 'scope' is invalid: it contains more than one resource."),
    RESOURCE_UNKNOWN(
            500011, 400, "invalid_resource", "The resource principal named %s was not found in the tenant named %s."),
    APP_NOT_ASSIGNED(
            501051,
            400,
            "invalid_grant",
            "Application '%s'(%s) is not assigned to a role for the application '%s'(%s)."),

    USER_NOT_ASSIGNED(
            50105,
            400,
            "invalid_grant",
            "Your administrator has configured the application %s ('%s') to"
                    + " block users unless they are specifically granted ('assigned') access. The user '%s' is blocked."),
    NO_CONSENT(
            65001,
            400,
            "invalid_grant",
            "The user or administrator has not consented to use the application with ID '%s' named '%s'."
                    + " Send an interactive authorization request for this user and resource.",
            "consent_required"),
    MULTIFACTOR_NEEDED(
            50076,
            400,
            "interaction_required",
            Texts.CHANGED + "you must use multi-factor authentication to access '%s'.",
            "basic_action"),
    MULTIFACTOR_ENROLLMENT_NEEDED(
            50079,
            400,
            "interaction_required",
            Texts.CHANGED + "you must enroll in multi-factor authentication to access '%s'.",
            "basic_action"),
    DEVICE_NOT_COMPLIANT(
            53000,
            400,
            "interaction_required",
            "Device is not in required device state: compliant. Conditional Access policy requires a compliant device,"
                    + " and the device is not compliant. The user must enroll their device with an approved MDM provider"
                    + " like Intune."),
    USER_ASSERTION_MALFORMED(50027, 400, "invalid_request", "JWT token is invalid or malformed."),
    USER_ASSERTION_INVALID(50013, 400, "invalid_grant", "Assertion failed signature validation. [Reason - %s]"),
    USER_ASSERTION_TIME(
            500133,
            400,
            "invalid_grant",
            "Assertion is not within its valid time range. Ensure that the access token is not expired before using it"
                    + " for user assertion, or request a new token. Current time: %s, expiry time of assertion %s."),
    USER_ASSERTION_AUDIENCE(
            500131,
            400,
            "invalid_grant",
            "Assertion audience does not match the Client app presenting the assertion. The audience in the assertion"
                    + " was '%s' and the expected audience is '%s' or one of the Application Uris of this application"
                    + " with App ID '%s'(%s). The downstream client must request a token for the expected audience (the"
                    + " application that made the OBO request) and this application should use that token as the"
                    + " assertion."),
    OBO_WITHOUT_USER(
            7000114, 400, "invalid_grant", "Application '%s' is not allowed to make application on-behalf-of calls."),
    AUTHORIZATION_PENDING(70016, 400, "authorization_pending", "Authorization is pending. Continue polling."),
    DEVICE_CODE_UNKNOWN(70000, 400, "bad_verification_code", "The provided 'device_code' is not valid."),
    DEVICE_CODE_EXPIRED(70020, 400, "expired_token", "The provided 'device_code' has expired.");

    private final int code;
    private final int status;
    private final String oauth;
    private final String text;
    private final String suberror;

    EntraError(int code, int status, String oauth, String text) {
        this(code, status, oauth, text, "");
    }

    EntraError(int code, int status, String oauth, String text, String suberror) {
        this.code = code;
        this.status = status;
        this.oauth = oauth;
        this.text = text;
        this.suberror = suberror;
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

    /** What libraries decide by whether a user can help, as MSAL's {@code InteractionRequiredExceptionReason}; may be empty. */
    String suberror() {
        return suberror;
    }

    <T> EntraResult.Refused<T> refuse(Object... details) {
        return new EntraResult.Refused<>(this, "AADSTS" + code + ": " + text.formatted(details), "");
    }

    private static final class Texts {
        static final String FEDERATION =
                " Check your federated identity credential Subject, Audience and Issuer against"
                        + " the presented assertion. https://learn.microsoft.com/entra/workload-id/workload-identity-federation";
        static final String CHANGED =
                "Due to a configuration change made by your administrator, or because you moved to a new location, ";
    }
}
