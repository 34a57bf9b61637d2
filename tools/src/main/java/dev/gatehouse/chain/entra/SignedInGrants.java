package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.Client.Proof;
import dev.gatehouse.chain.entra.directory.Redirects.Platform;
import dev.gatehouse.chain.entra.directory.User;
import java.util.Map;
import java.util.Optional;

/** The grants that follow a user's sign-in: an authorization code, a device code, a refresh token. */
record SignedInGrants(ClientAuthentication clients, TokenIssuer issuer, SignInState state) {

    EntraResult<Map<String, Object>> byCode(TokenRequest request) {
        return request.required("code").then(code -> state.codes()
                .find(code)
                .then(grant -> client(request, grant))
                .then(client -> state.codes()
                        .redeem(code, client, request)
                        .then(redeemed -> begun(request, client, redeemed.grant(), redeemed.nonce()))));
    }

    EntraResult<Map<String, Object>> byDeviceCode(TokenRequest request, Client client) {
        String parameter = request.endpointVersion() == 1 ? "code" : "device_code";
        String clientId = client.principal().clientId();
        Platform platform = client.proof() == Proof.NONE ? Platform.PUBLIC_CLIENT : Platform.WEB;
        return request.required(parameter)
                .then(code -> state.devices().redeem(code, clientId))
                .then(signIn -> begun(
                        request,
                        client,
                        new UserGrant(clientId, platform, signIn.user().objectId(), signIn.access()),
                        Optional.empty()));
    }

    /** Without the user, so policies may demand that the user comes back. */
    EntraResult<Map<String, Object>> byRefreshToken(TokenRequest request) {
        return request.required("refresh_token").then(token -> state.refresh()
                .find(token)
                .then(grant -> client(request, grant))
                .then(client -> state.refresh().use(token, client).then(used -> renewed(request, client, used))));
    }

    private EntraResult<Map<String, Object>> begun(
            TokenRequest request, Client client, UserGrant grant, Optional<String> nonce) {
        return user(grant)
                .then(user -> issuer.forUser(client, grant.access(), user).map(issued -> {
                    Map<String, Object> body = about(user, request, issued);
                    if (grant.access().identifiesUser()) {
                        body.put("id_token", issuer.idToken(client, user, nonce));
                    }
                    if (grant.access().isOffline()) {
                        body.put("refresh_token", state.refresh().issue(grant));
                    }
                    return body;
                }));
    }

    private EntraResult<Map<String, Object>> renewed(TokenRequest request, Client client, RefreshTokens.Usable used) {
        EntraResult<RequestedAccess> access = request.parameter("scope").isPresent()
                ? RequestedAccess.ofUser(request)
                : EntraResult.granted(used.grant().access());
        return access.then(asked -> user(used.grant())
                .then(user -> issuer.onBehalfOf(client, asked, user).map(issued -> {
                    Map<String, Object> body = about(user, request, issued);
                    if (asked.identifiesUser()) {
                        body.put("id_token", issuer.idToken(client, user, Optional.empty()));
                    }
                    body.put("refresh_token", state.refresh().renew(used));
                    return body;
                })));
    }

    private Map<String, Object> about(User user, TokenRequest request, MintedToken issued) {
        Map<String, Object> body =
                new TokenResponse(request.endpointVersion(), issuer.claims().clock()).of(issued);
        body.put(
                "client_info", TokenResponse.clientInfo(user, issuer.directory().tenant()));
        return body;
    }

    private EntraResult<User> user(UserGrant grant) {
        return EntraResult.of(
                issuer.directory().user(grant.userObjectId()),
                () -> EntraError.USER_GONE.refuse(
                        grant.userObjectId(), issuer.directory().tenant().id()));
    }

    /** A page redeems by a request of another origin, which a browser marks; all others do not. */
    private EntraResult<Client> client(TokenRequest request, UserGrant grant) {
        Optional<String> origin = request.headers().first("Origin");
        boolean isSpa = grant.platform() == Platform.SPA;
        if (isSpa && origin.isEmpty()) {
            return EntraError.NOT_CROSS_ORIGIN.refuse();
        }
        return !isSpa && origin.isPresent()
                ? EntraError.CROSS_ORIGIN.refuse(origin.get())
                : clients.of(request, grant.platform());
    }
}
