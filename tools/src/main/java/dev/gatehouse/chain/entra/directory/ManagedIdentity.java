package dev.gatehouse.chain.entra.directory;

/**
 * A managed identity.
 *
 * @param clientId the {@code azp} or {@code appid} of its tokens
 * @param objectId its principal id, the {@code oid} of its tokens
 * @param resourceId its ARM resource id
 */
public record ManagedIdentity(String clientId, String objectId, String resourceId) {

    /** Its service principal, named after the last part of the resource id as Azure does. */
    public ServicePrincipal principal() {
        String name = resourceId.substring(resourceId.lastIndexOf('/') + 1);
        return new ServicePrincipal(clientId, objectId, name, false);
    }
}
