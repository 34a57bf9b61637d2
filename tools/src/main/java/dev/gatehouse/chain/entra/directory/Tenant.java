package dev.gatehouse.chain.entra.directory;

import dev.gatehouse.keys.DiscoveryUrl;

/**
 * A tenant with its issuers and authority.
 *
 * @param id the tenant's GUID, or the literal {@code {tenantid}} where metadata speaks of any tenant
 */
public record Tenant(String id, Cloud cloud) {

    /** The exact issuer in tokens of a version. */
    public String issuer(int version) {
        return version == 1
                ? "https://" + cloud.stsHost() + "/" + id + "/"
                : "https://" + cloud.loginHost() + "/" + id + "/v2.0";
    }

    /** The authority for MSAL. */
    public String authority() {
        return "https://" + cloud.loginHost() + "/" + id + "/";
    }

    public String tokenUrl(int endpointVersion) {
        return authority() + (endpointVersion == 1 ? "oauth2/token" : "oauth2/v2.0/token");
    }

    /** Its own metadata for tokens of a version. */
    public DiscoveryUrl metadata(int version) {
        return DiscoveryUrl.of("https://" + cloud.loginHost(), id, version);
    }
}
