package dev.gatehouse.token;

import java.util.Optional;
import java.util.Set;

/**
 * What a token must say to be accepted.
 *
 * @param versions the formats accepted
 * @param tenants ids of the tenants whose tokens are accepted, lower case
 * @param audience who a token must be meant for
 * @param allowList who may call
 */
public record TokenPolicy(Set<TokenVersion> versions, Set<String> tenants, Audience audience, AllowList allowList) {

    /** The API's client id, which every v2 token names, and its App ID URIs, which v1 tokens may name instead. */
    public record Audience(String clientId, Set<String> appIdUris) {
        public Audience {
            appIdUris = Set.copyOf(appIdUris);
        }

        Set<String> of(TokenVersion version) {
            if (version == TokenVersion.V2) {
                return Set.of(clientId);
            }
            Set<String> all = new java.util.LinkedHashSet<>(appIdUris);
            all.add(clientId);
            return all;
        }
    }

    /**
     * The client applications that may call, and the principals (object ids) that may; principals empty means that every
     * principal of an allowed client may.
     */
    public record AllowList(Set<String> clients, Optional<Set<String>> principals) {
        public AllowList {
            clients = Set.copyOf(clients);
            principals = principals.map(Set::copyOf);
        }
    }

    public TokenPolicy {
        versions = Set.copyOf(versions);
        tenants = Set.copyOf(tenants);
    }
}
