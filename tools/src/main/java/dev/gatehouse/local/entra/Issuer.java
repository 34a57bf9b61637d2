package dev.gatehouse.local.entra;

import dev.gatehouse.local.entra.directory.AppRegistration;
import dev.gatehouse.local.entra.directory.Directory;
import dev.gatehouse.local.entra.directory.ServicePrincipal;
import dev.gatehouse.local.entra.directory.User;
import java.util.List;
import java.util.Map;

/** Issues tokens to clients that are known by now, as far as the directory allows. */
record Issuer(TokenClaims claims, Mint mint) {

    Outcome<Audience> audience(String resource) {
        return Outcome.of(
                directory().resource(resource).map(api -> new Audience(api, resource)),
                () -> EntraError.RESOURCE_UNKNOWN.refuse(
                        resource, directory().tenant().id()));
    }

    /** A token for the client itself; without any role unless the API requires assignment. */
    Outcome<Issued> forApp(Client client, String resource) {
        return audience(resource).then(audience -> {
            ServicePrincipal api = audience.api().principal();
            ServicePrincipal own = client.principal();
            return api.assignmentRequired() && !directory().isAssigned(own.objectId(), api.clientId())
                    ? EntraError.APP_NOT_ASSIGNED.refuse(
                            own.clientId(), own.displayName(), api.clientId(), api.displayName())
                    : Outcome.granted(issue(claims.app(client, audience), resource));
        });
    }

    /** A token for the user through the client. */
    Outcome<Issued> forUser(Client client, RequestedAccess access, User user) {
        return audience(access.resource())
                .then(audience -> consented(client, audience, access, user))
                .then(audience -> assigned(audience, user))
                .map(audience -> issue(claims.user(client, audience, user), access.resource()));
    }

    String idToken(Client client, User user) {
        return mint.draft(claims.id(client, user)).compact();
    }

    private Outcome<Audience> consented(Client client, Audience audience, RequestedAccess access, User user) {
        AppRegistration api = audience.api();
        ServicePrincipal own = client.principal();
        for (String scope : access.scopes()) {
            if (!api.api().scopes().contains(scope)) {
                return EntraError.SCOPE_UNKNOWN.refuse(own.displayName(), scope, api.clientId());
            }
        }
        List<String> granted = directory().scopes(own.clientId(), api.clientId(), user.objectId());
        return granted.isEmpty() || !granted.containsAll(access.scopes())
                ? EntraError.NO_CONSENT.refuse(own.clientId(), own.displayName())
                : Outcome.granted(audience);
    }

    private Outcome<Audience> assigned(Audience audience, User user) {
        ServicePrincipal api = audience.api().principal();
        return api.assignmentRequired() && !directory().isAssigned(user.objectId(), api.clientId())
                ? EntraError.USER_NOT_ASSIGNED.refuse(api.displayName(), api.clientId(), user.username())
                : Outcome.granted(audience);
    }

    private Issued issue(Map<String, Object> content, String resource) {
        return new Issued(content, mint.draft(content).compact(), resource);
    }

    Directory directory() {
        return claims.directory();
    }
}
