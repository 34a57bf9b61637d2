package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.directory.AccessPolicy;
import dev.gatehouse.chain.entra.directory.AppRegistration;
import dev.gatehouse.chain.entra.directory.Directory;
import dev.gatehouse.chain.entra.directory.ServicePrincipal;
import dev.gatehouse.chain.entra.directory.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Issues tokens to authenticated clients, as far as the directory allows. */
record TokenIssuer(TokenClaims claims, Mint mint) {

    EntraResult<RequestedApi> audience(String resource) {
        return EntraResult.of(
                directory().resource(resource).map(api -> new RequestedApi(api, resource)),
                () -> EntraError.RESOURCE_UNKNOWN.refuse(
                        resource, directory().tenant().id()));
    }

    /** A token for the client itself; without any role unless the API requires assignment. */
    EntraResult<MintedToken> forApp(Client client, String resource) {
        return audience(resource).then(audience -> {
            ServicePrincipal api = audience.api().principal();
            ServicePrincipal own = client.principal();
            return api.assignmentRequired() && !directory().isAssigned(own.objectId(), api.clientId())
                    ? EntraError.APP_NOT_ASSIGNED.refuse(
                            own.clientId(), own.displayName(), api.clientId(), api.displayName())
                    : EntraResult.granted(issue(claims.app(client, audience), resource));
        });
    }

    /** A token for the user through the client. */
    EntraResult<MintedToken> forUser(Client client, RequestedAccess access, User user) {
        return offered(client, access)
                .then(audience -> consented(client, audience, access, user))
                .then(audience -> assigned(audience, user))
                .map(audience -> issue(claims.user(client, audience, user), access.resource()));
    }

    /** The API, if it has the requested scopes. */
    EntraResult<RequestedApi> offered(Client client, RequestedAccess access) {
        return audience(access.resource()).then(audience -> access.scopes().stream()
                .filter(scope -> !audience.api().api().scopes().contains(scope))
                .findFirst()
                .map(unknown -> EntraError.SCOPE_UNKNOWN.<RequestedApi>refuse(
                        client.principal().displayName(),
                        unknown,
                        audience.api().clientId()))
                .<EntraResult<RequestedApi>>map(refused -> refused)
                .orElseGet(() -> EntraResult.granted(audience)));
    }

    /** The same without the user's interaction, which policies may demand first. */
    EntraResult<MintedToken> onBehalfOf(Client client, RequestedAccess access, User user) {
        return offered(client, access)
                .then(audience -> consented(client, audience, access, user))
                .then(audience -> allowed(audience, user))
                .then(audience -> forUser(client, access, user));
    }

    /** The claims challenge names the policy, as JSON in a text (RFC 9470 has a like one in a header). */
    private EntraResult<RequestedApi> allowed(RequestedApi audience, User user) {
        String api = audience.api().clientId();
        return directory().policies(api, user.objectId()).stream()
                .findFirst()
                .map(policy -> this.<RequestedApi>challenge(policy, api))
                .orElseGet(() -> EntraResult.granted(audience));
    }

    private <T> EntraResult<T> challenge(AccessPolicy policy, String api) {
        EntraError error =
                switch (policy.demand()) {
                    case MULTIFACTOR_AUTHENTICATION -> EntraError.MULTIFACTOR_NEEDED;
                    case MULTIFACTOR_ENROLLMENT -> EntraError.MULTIFACTOR_ENROLLMENT_NEEDED;
                    case COMPLIANT_DEVICE -> EntraError.DEVICE_NOT_COMPLIANT;
                };
        return error.<T>refuse(api)
                .challenging(EntraJson.text(Map.of(
                        "access_token",
                        Map.of("capolids", new TreeMap<>(Map.of("essential", true, "values", List.of(policy.id())))))));
    }

    /** @param nonce that the client sent, against replays (OpenID Connect Core §3.1.2.1) */
    String idToken(Client client, User user, Optional<String> nonce) {
        TokenDraft token = mint.draft(claims.id(client, user));
        return nonce.map(value -> token.claim("nonce", value)).orElse(token).compact();
    }

    EntraResult<RequestedApi> consented(Client client, RequestedApi audience, RequestedAccess access, User user) {
        AppRegistration api = audience.api();
        ServicePrincipal own = client.principal();
        List<String> granted = directory().scopes(own.clientId(), api.clientId(), user.objectId());
        return granted.isEmpty() || !granted.containsAll(access.scopes())
                ? EntraError.NO_CONSENT.refuse(own.clientId(), own.displayName())
                : EntraResult.granted(audience);
    }

    EntraResult<RequestedApi> assigned(RequestedApi audience, User user) {
        ServicePrincipal api = audience.api().principal();
        return api.assignmentRequired() && !directory().isAssigned(user.objectId(), api.clientId())
                ? EntraError.USER_NOT_ASSIGNED.refuse(api.displayName(), api.clientId(), user.username())
                : EntraResult.granted(audience);
    }

    private MintedToken issue(Map<String, Object> content, String resource) {
        return new MintedToken(content, mint.draft(content).compact(), resource);
    }

    Directory directory() {
        return claims.directory();
    }
}
