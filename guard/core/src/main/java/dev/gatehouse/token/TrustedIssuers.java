package dev.gatehouse.token;

import dev.gatehouse.keys.DiscoveryUrl;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the issuer's metadata for a token, by its own unverified claims: only accepted versions and listed tenants have any, so no
 * token can choose an address that is fetched.
 */
public final class TrustedIssuers {
    private final String authority;
    private final TokenPolicy policy;
    private final Map<TokenVersion, Map<String, DiscoveryUrl>> metadata = new EnumMap<>(TokenVersion.class);

    /** @param authority the login service of the cloud, such as {@code https://login.microsoftonline.com}, without a trailing slash */
    public TrustedIssuers(String authority, TokenPolicy policy) {
        this.authority = authority;
        this.policy = policy;
        for (TokenVersion version : policy.versions()) {
            Map<String, DiscoveryUrl> ofTenants = new HashMap<>();
            policy.tenants().forEach(tenant -> ofTenants.put(tenant, metadata(version, tenant)));
            metadata.put(version, Map.copyOf(ofTenants));
        }
    }

    /** The metadata of every accepted version and tenant. */
    public Set<DiscoveryUrl> all() {
        return metadata.values().stream()
                .flatMap(ofTenants -> ofTenants.values().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The metadata of the issuer that these claims name; null where its version or its tenant is not accepted. */
    @Nullable
    DiscoveryUrl metadata(Claims claims) {
        TokenVersion version = TokenVersion.of(claims.text("ver").orElse("")).orElse(null);
        Map<String, DiscoveryUrl> ofTenants = version == null ? null : metadata.get(version);
        return ofTenants == null ? null : ofTenants.get(claims.text("tid").orElse(""));
    }

    /**
     * A single tenant has its own document. Several share one for v2, with an issuer template; v1 keys name no issuer, so
     * there only a tenant's own document can tell whose keys they are.
     */
    private DiscoveryUrl metadata(TokenVersion version, String tenant) {
        return version == TokenVersion.V2 && policy.tenants().size() > 1
                ? DiscoveryUrl.shared(authority)
                : DiscoveryUrl.of(authority, tenant, version.number());
    }
}
