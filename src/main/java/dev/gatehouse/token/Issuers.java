package dev.gatehouse.token;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the metadata that must vouch for a token, from what the token says of itself: only accepted versions and listed
 * tenants lead anywhere, so no token can cause a fetch of its own choosing.
 */
public final class Issuers {
    private static final String DOCUMENT = "/.well-known/openid-configuration";

    private final String authority;
    private final Expectations expectations;

    /** @param authority the login service of the cloud, such as {@code https://login.microsoftonline.com}, without a trailing slash */
    public Issuers(String authority, Expectations expectations) {
        this.authority = authority;
        this.expectations = expectations;
    }

    /** The metadata of every accepted version and tenant. */
    public Set<Metadata> all() {
        Set<Metadata> all = new LinkedHashSet<>();
        for (TokenVersion version : expectations.versions()) {
            expectations.tenants().forEach(tenant -> all.add(metadata(version, tenant)));
        }
        return all;
    }

    Route route(Claims claims) {
        Optional<TokenVersion> version = accepted(claims);
        Optional<String> tenant = listed(claims);
        if (version.isPresent() && tenant.isPresent()) {
            return new Route.To(metadata(version.get(), tenant.get()), version.get());
        }
        return new Route.Refused(checks(claims).stream()
                .flatMap(check -> check.violation().stream())
                .findFirst()
                .orElseThrow());
    }

    /** What must hold before anything vouches for a token: its version, its tenant. */
    List<RuleCheck> checks(Claims claims) {
        return List.of(
                new RuleCheck(
                        Reason.VERSION_NOT_ACCEPTED, accepted(claims).isPresent(), versions(), claims.shown("ver")),
                new RuleCheck(
                        Reason.TENANT_NOT_ALLOWED,
                        listed(claims).isPresent(),
                        String.join(" or ", expectations.tenants()),
                        claims.shown("tid")));
    }

    private Optional<TokenVersion> accepted(Claims claims) {
        return claims.text("ver").flatMap(TokenVersion::of).filter(expectations.versions()::contains);
    }

    private Optional<String> listed(Claims claims) {
        return claims.text("tid").filter(expectations.tenants()::contains);
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
}
