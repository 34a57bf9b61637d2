package dev.gatehouse.token;

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
public final class Issuers {
    private static final String DOCUMENT = "/.well-known/openid-configuration";

    private final String authority;
    private final Expectations expectations;
    private final Map<TokenVersion, Map<String, Metadata>> metadata = new EnumMap<>(TokenVersion.class);

    /** @param authority the login service of the cloud, such as {@code https://login.microsoftonline.com}, without a trailing slash */
    public Issuers(String authority, Expectations expectations) {
        this.authority = authority;
        this.expectations = expectations;
        for (TokenVersion version : expectations.versions()) {
            Map<String, Metadata> ofTenants = new HashMap<>();
            expectations.tenants().forEach(tenant -> ofTenants.put(tenant, metadata(version, tenant)));
            metadata.put(version, Map.copyOf(ofTenants));
        }
    }

    /** The metadata of every accepted version and tenant. */
    public Set<Metadata> all() {
        return metadata.values().stream()
                .flatMap(ofTenants -> ofTenants.values().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    Route route(Claims claims) {
        TokenVersion version = TokenVersion.of(claims.text("ver").orElse("")).orElse(null);
        Map<String, Metadata> ofTenants = version == null ? null : metadata.get(version);
        if (version == null || ofTenants == null) {
            return refused(Reason.VERSION_NOT_ACCEPTED, versions(), claims.shown("ver"));
        }
        Metadata vouching = ofTenants.get(claims.text("tid").orElse(""));
        return vouching == null
                ? refused(Reason.TENANT_NOT_ALLOWED, String.join(" or ", expectations.tenants()), claims.shown("tid"))
                : new Route.To(vouching, version);
    }

    /** The same questions, both answered, for people who look for a reason. */
    List<RuleCheck> checks(Claims claims) {
        boolean accepted = claims.text("ver")
                .flatMap(TokenVersion::of)
                .filter(metadata::containsKey)
                .isPresent();
        boolean listed =
                claims.text("tid").filter(expectations.tenants()::contains).isPresent();
        return List.of(
                new RuleCheck(Reason.VERSION_NOT_ACCEPTED, accepted, versions(), claims.shown("ver")),
                new RuleCheck(
                        Reason.TENANT_NOT_ALLOWED,
                        listed,
                        String.join(" or ", expectations.tenants()),
                        claims.shown("tid")));
    }

    /**
     * A single tenant has its own document. Several share one for v2, with an issuer template; v1 keys name no issuer, so
     * there only a tenant's own document can tell whose keys they are.
     */
    private Metadata metadata(TokenVersion version, String tenant) {
        if (version == TokenVersion.V1) {
            return new Metadata(URI.create(authority + "/" + tenant + DOCUMENT), tenant);
        }
        return expectations.tenants().size() == 1
                ? new Metadata(URI.create(authority + "/" + tenant + "/v2.0" + DOCUMENT), tenant)
                : new Metadata(URI.create(authority + "/organizations/v2.0" + DOCUMENT), "");
    }

    private String versions() {
        return expectations.versions().stream()
                .map(TokenVersion::claim)
                .sorted()
                .reduce((a, b) -> a + " or " + b)
                .orElse("");
    }

    private static Route refused(Reason reason, String expected, String actual) {
        return new Route.Refused(new Violation(reason, expected, actual));
    }
}
