package dev.gatehouse.token;

import java.net.URI;

/**
 * Where an issuer describes itself (OpenID Connect Discovery 1.0 §4).
 *
 * @param address an https address ending in {@code /.well-known/openid-configuration}
 * @param tenant the tenant whose own document it is; empty for one that many tenants share, whose issuer is a template
 */
public record Metadata(URI address, String tenant) {
    /** The place that a shared document leaves for the tenant's id. */
    static final String TENANT_PLACE = "{tenantid}";

    public boolean isOwnedByTenant() {
        return !tenant.isEmpty();
    }

    /** Whether an issuer's name can come from this document: the tenant's own names it, a shared one leaves its place open. */
    boolean canBeIssuedBy(String issuer) {
        return issuer.contains(isOwnedByTenant() ? tenant : TENANT_PLACE);
    }

    /** An issuer's name for one tenant. */
    static String expand(String issuer, String tenant) {
        return issuer.replace(TENANT_PLACE, tenant);
    }
}
