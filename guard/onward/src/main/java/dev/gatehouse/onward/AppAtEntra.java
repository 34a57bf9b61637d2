package dev.gatehouse.onward;

/**
 * The API's registration, as Entra knows it.
 *
 * @param loginEndpoint the cloud's login service, without a trailing slash
 * @param clientId of the registration
 */
record AppAtEntra(String loginEndpoint, String clientId, ClientCredential credential) {

    /**
     * What a managed identity's token is for, so that Entra takes it in place of a secret; one name for each cloud
     * (https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity).
     */
    String federatedAudience() {
        if (loginEndpoint.endsWith(".microsoftonline.us")) {
            return "api://AzureADTokenExchangeUSGov";
        }
        return loginEndpoint.endsWith(".partner.microsoftonline.cn")
                ? "api://AzureADTokenExchangeChina"
                : "api://AzureADTokenExchange";
    }

    /** Whose consent covers the calls onward, too: the client asks for it with {@code prompt=consent}. */
    String consentScope() {
        return clientId + "/.default";
    }

    String authority(String tenant) {
        return loginEndpoint + "/" + tenant;
    }
}
