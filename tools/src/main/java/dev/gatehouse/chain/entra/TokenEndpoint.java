package dev.gatehouse.chain.entra;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** The token endpoint: tokens for a client itself, on behalf of a user, or after a user's sign-in. */
record TokenEndpoint(
        ClientAuthentication clients,
        TokenIssuer issuer,
        UserAssertion assertions,
        SignedInGrants users,
        AtomicLong exchanges) {
    private static final String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";

    /** Grants of Entra that need what is not here: passwords, and tokens of AD FS. */
    private static final Set<String> NOT_SERVED = Set.of(
            "password",
            "urn:ietf:params:oauth:grant-type:saml1_1-bearer",
            "urn:ietf:params:oauth:grant-type:saml2-bearer");

    EntraResult<Map<String, Object>> issue(TokenRequest request) {
        return request.required("grant_type").then(grant -> switch (grant) {
            case "authorization_code" -> users.byCode(request);
            case "refresh_token" -> users.byRefreshToken(request);
            case "client_credentials" ->
                notOfAPage(request, () -> clients.of(request, true).then(client -> forApp(request, client)));
            case "urn:ietf:params:oauth:grant-type:jwt-bearer" ->
                notOfAPage(request, () -> clients.of(request, true).then(client -> onBehalfOf(request, client)));
            case "device_code", DEVICE_CODE ->
                notOfAPage(
                        request, () -> clients.of(request, false).then(client -> users.byDeviceCode(request, client)));
            default ->
                NOT_SERVED.contains(grant)
                        ? EntraError.GRANT_NOT_SERVED.refuse(grant)
                        : EntraError.GRANT_UNSUPPORTED.refuse(grant);
        });
    }

    /** Only a single-page application's codes and refresh tokens are redeemed by a page of another origin. */
    private static EntraResult<Map<String, Object>> notOfAPage(
            TokenRequest request, Supplier<EntraResult<Map<String, Object>>> grant) {
        Optional<String> origin = request.headers().first("Origin");
        return origin.isPresent() ? EntraError.CROSS_ORIGIN.refuse(origin.get()) : grant.get();
    }

    private EntraResult<Map<String, Object>> forApp(TokenRequest request, Client client) {
        return RequestedAccess.ofApp(request)
                .then(access -> issuer.forApp(client, access.resource()))
                .map(issued -> answer(request).of(issued));
    }

    private EntraResult<Map<String, Object>> onBehalfOf(TokenRequest request, Client client) {
        exchanges.incrementAndGet();
        return request.required("requested_token_use")
                .onlyIf("on_behalf_of"::equals, () -> EntraError.PARAMETER_MISSING.refuse("requested_token_use"))
                .then(use -> request.required("assertion"))
                .then(assertion -> assertions.user(assertion, client))
                .then(user -> RequestedAccess.ofUser(request)
                        .then(access -> issuer.onBehalfOf(client, access, user))
                        .map(issued -> answer(request).of(issued)));
    }

    private TokenResponse answer(TokenRequest request) {
        return new TokenResponse(request.endpointVersion(), issuer.claims().clock());
    }
}
