package dev.gatehouse.token;

import dev.gatehouse.keys.DiscoveryUrl;
import java.net.URI;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the metadata that must vouch for a token, from what the token says of itself: only accepted versions and listed
 * tenants lead anywhere, so no token can cause a fetch of its own choosing.
 */
public final class TrustedIssuers {
    private static final String DOCUMENT = "/.well-known/openid-configuration";

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

    IssuerMatch route(Claims claims) {
        TokenVersion version = TokenVersion.of(claims.text("ver").orElse("")).orElse(null);
        Map<String, DiscoveryUrl> ofTenants = version == null ? null : metadata.get(version);
        if (version == null || ofTenants == null) {
            return refused(Reason.VERSION_NOT_ACCEPTED, versions(), claims.shown("ver"));
        }
        DiscoveryUrl vouching = ofTenants.get(claims.text("tid").orElse(""));
        return vouching == null
                ? refused(Reason.TENANT_NOT_ALLOWED, String.join(" or ", policy.tenants()), claims.shown("tid"))
                : new IssuerMatch.To(vouching, version);
    }

    /** The same questions, both answered, for people who look for a reason. */
    List<RuleCheck> checks(Claims claims) {
        boolean accepted = claims.text("ver")
                .flatMap(TokenVersion::of)
                .filter(metadata::containsKey)
                .isPresent();
        boolean listed = claims.text("tid").filter(policy.tenants()::contains).isPresent();
        return List.of(
                new RuleCheck(Reason.VERSION_NOT_ACCEPTED, accepted, versions(), claims.shown("ver")),
                new RuleCheck(
                        Reason.TENANT_NOT_ALLOWED, listed, String.join(" or ", policy.tenants()), claims.shown("tid")));
    }

    /**
     * A single tenant has its own document. Several share one for v2, with an issuer template; v1 keys name no issuer, so
     * there only a tenant's own document can tell whose keys they are.
     */
    private DiscoveryUrl metadata(TokenVersion version, String tenant) {
        if (version == TokenVersion.V1) {
            return new DiscoveryUrl(URI.create(authority + "/" + tenant + DOCUMENT), tenant);
        }
        return policy.tenants().size() == 1
                ? new DiscoveryUrl(URI.create(authority + "/" + tenant + "/v2.0" + DOCUMENT), tenant)
                : new DiscoveryUrl(URI.create(authority + "/organizations/v2.0" + DOCUMENT), "");
    }

    private String versions() {
        return policy.versions().stream()
                .map(TokenVersion::claim)
                .sorted()
                .reduce((a, b) -> a + " or " + b)
                .orElse("");
    }

    private static IssuerMatch refused(Reason reason, String expected, String actual) {
        return new IssuerMatch.Refused(new Violation(reason, expected, actual));
    }
}
