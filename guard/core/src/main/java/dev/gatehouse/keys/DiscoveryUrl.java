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
    /** What comes behind the issuer in an address. */
    public static final String PATH = "/.well-known/openid-configuration";

    /** The place that a shared document leaves for the tenant's id. */
    public static final String TENANT_PLACE = "{tenantid}";

    /**
     * A tenant's own document
     * (https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc#find-your-apps-openid-configuration-document-uri).
     *
     * @param authority the login service of the cloud, such as {@code https://login.microsoftonline.com}
     * @param version of its tokens, 1 or 2
     */
    public static DiscoveryUrl of(String authority, String tenant, int version) {
        return new DiscoveryUrl(address(authority, tenant, version), tenant);
    }

    /** The document that all tenants of organizations share, for tokens of version 2. */
    public static DiscoveryUrl shared(String authority) {
        return new DiscoveryUrl(address(authority, "organizations", 2), "");
    }

    private static URI address(String authority, String tenant, int version) {
        return URI.create(authority + "/" + tenant + (version == 2 ? "/v2.0" : "") + PATH);
    }

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
