package dev.gatehouse.chain.easyauth;

import dev.gatehouse.guid.Guid;
import dev.gatehouse.keys.DiscoveryUrl;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * What {@code authsettingsV2} of a deployment says, as far as a bearer token is concerned
 * (https://learn.microsoft.com/azure/app-service/configure-authentication-provider-aad).
 *
 * @param openIdIssuer the issuer as configured; its metadata lies below it
 * @param clientId the API's client id: always an accepted audience
 * @param allowedAudiences accepted beside it
 * @param policy {@code defaultAuthorizationPolicy}
 * @param access who needs no token
 */
public record EasyAuthSettings(
        String openIdIssuer, String clientId, Set<String> allowedAudiences, AuthorizationPolicy policy, Access access) {

    /** What a call without a good token gets. */
    public enum Unauthenticated {
        RETURN_401,
        RETURN_403,
        /** It is let in, with nothing said of who calls: what a bad token gets then is not documented. */
        ALLOW
    }

    /** @param excludedPaths open to everybody, such as {@code /api/health} */
    public record Access(Unauthenticated unauthenticated, Set<String> excludedPaths) {
        public Access {
            excludedPaths = Set.copyOf(excludedPaths);
        }
    }

    /**
     * Which callers with a good token are let in; a member that is empty is not configured and lets all in, as in Azure.
     *
     * @param allowedApplications compared with {@code azp} or {@code appid}
     * @param allowedIdentities compared with {@code oid}
     */
    public record AuthorizationPolicy(
            Optional<Set<String>> allowedApplications, Optional<Set<String>> allowedIdentities) {
        public AuthorizationPolicy {
            allowedApplications = allowedApplications.map(Set::copyOf);
            allowedIdentities = allowedIdentities.map(Set::copyOf);
        }
    }

    public EasyAuthSettings {
        allowedAudiences = Set.copyOf(allowedAudiences);
    }

    /** The issuer's metadata: of the tenant that the configured issuer names, as Easy Auth picks none by itself. */
    DiscoveryUrl metadata() {
        Matcher tenant = Guid.in(openIdIssuer);
        return new DiscoveryUrl(URI.create(openIdIssuer + DiscoveryUrl.PATH), tenant.find() ? tenant.group() : "");
    }
}
