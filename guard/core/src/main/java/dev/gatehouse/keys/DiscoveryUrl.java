package dev.gatehouse.keys;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where an issuer describes itself (OpenID Connect Discovery 1.0 §4).
 *
 * @param address an https address ending in {@code /.well-known/openid-configuration}
 * @param tenant the tenant whose own document it is; empty for one that many tenants share, whose issuer is a template
 */
public record DiscoveryUrl(URI address, String tenant) {
    /** The place that a shared document leaves for the tenant's id. */
    static final String TENANT_PLACE = "{tenantid}";

    /** Written out, as the JDK makes a record's own on first use: that takes a cold worker 20 ms, before it reads any key. */
    @Override
    public int hashCode() {
        return address.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DiscoveryUrl metadata
                && address.equals(metadata.address)
                && tenant.equals(metadata.tenant);
    }

    public boolean isOwnedByTenant() {
        return !tenant.isEmpty();
    }

    /** Whether an issuer's name can come from this document: the tenant's own names it, a shared one leaves its place open. */
    boolean canBeIssuedBy(String issuer) {
        return issuer.contains(isOwnedByTenant() ? tenant : TENANT_PLACE);
    }

    /** An issuer's name for one tenant. */
    public static String expand(String issuer, String tenant) {
        return issuer.replace(TENANT_PLACE, tenant);
    }
}
