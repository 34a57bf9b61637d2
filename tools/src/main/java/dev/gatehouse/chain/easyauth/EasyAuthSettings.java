package dev.gatehouse.chain.easyauth;

import dev.gatehouse.chain.http.QueryString;
import dev.gatehouse.guid.Guid;
import dev.gatehouse.keys.DiscoveryUrl;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The parts of a deployment's {@code authsettingsV2} that concern bearer tokens
 * (https://learn.microsoft.com/azure/app-service/configure-authentication-provider-aad).
 *
 * @param openIdIssuer the configured issuer; its metadata address starts with it
 * @param clientId the API's client id: always an accepted audience
 * @param allowedAudiences further accepted audiences
 * @param policy {@code defaultAuthorizationPolicy}
 * @param access which requests need no token
 */
public record EasyAuthSettings(
        String openIdIssuer, String clientId, Set<String> allowedAudiences, AuthorizationPolicy policy, Access access) {

    /** How a request without a valid token is handled. */
    public enum Unauthenticated {
        RETURN_401,
        RETURN_403,
        /** Accepted, without a caller's name: how an invalid token is then handled is not documented. */
        ALLOW
    }

    /** @param excludedPaths in lower case; open to all callers, such as {@code /api/health} */
    public record Access(Unauthenticated unauthenticated, Set<String> excludedPaths) {
        private static final Pattern ENCODED_SEPARATOR = Pattern.compile("%(2f|5c|25|00)");

        public Access {
            excludedPaths = excludedPaths.stream()
                    .map(path -> path.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
        }

        /**
         * Whether a path needs no token. It is compared as a whole, decoded once and without dot segments: a request that the host would
         * route to {@code /api/accounts} never matches {@code /api/health}. One with an encoded separator is never excluded.
         */
        boolean excludes(String path) {
            String raw = path.toLowerCase(Locale.ROOT);
            return !ENCODED_SEPARATOR.matcher(raw).find() && excludedPaths.contains(normalized(raw));
        }

        private static String normalized(String raw) {
            Deque<String> segments = new ArrayDeque<>();
            for (String segment :
                    QueryString.decode(raw.replace("+", "%2b")).substring(1).split("/", -1)) {
                if (segment.equals("..")) {
                    segments.pollLast();
                } else if (!segment.equals(".")) {
                    segments.addLast(segment);
                }
            }
            return "/" + String.join("/", segments);
        }
    }

    /**
     * Which callers with a valid token are accepted; an empty member is not configured and accepts all, as in Azure.
     *
     * @param allowedApplications compared with {@code azp} or {@code appid}
     * @param allowedIdentities compared with {@code oid}
     * @param allowedGroups compared with {@code groups}, each list on its own
     */
    public record AuthorizationPolicy(
            Optional<Set<String>> allowedApplications,
            Optional<Set<String>> allowedIdentities,
            List<Set<String>> allowedGroups) {
        public AuthorizationPolicy {
            allowedApplications = allowedApplications.map(Set::copyOf);
            allowedIdentities = allowedIdentities.map(Set::copyOf);
            allowedGroups = List.copyOf(allowedGroups);
        }

        public AuthorizationPolicy(Optional<Set<String>> allowedApplications, Optional<Set<String>> allowedIdentities) {
            this(allowedApplications, allowedIdentities, List.of());
        }
    }

    /** The same with another policy. */
    public EasyAuthSettings with(AuthorizationPolicy other) {
        return new EasyAuthSettings(openIdIssuer, clientId, allowedAudiences, other, access);
    }

    public EasyAuthSettings {
        allowedAudiences = Set.copyOf(allowedAudiences);
    }

    /** The metadata of the tenant in the configured issuer; Easy Auth does not choose a tenant itself. */
    DiscoveryUrl metadata() {
        Matcher tenant = Guid.in(openIdIssuer);
        return new DiscoveryUrl(URI.create(openIdIssuer + DiscoveryUrl.PATH), tenant.find() ? tenant.group() : "");
    }
}
