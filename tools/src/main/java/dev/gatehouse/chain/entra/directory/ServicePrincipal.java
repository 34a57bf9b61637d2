package dev.gatehouse.chain.entra.directory;

/**
 * An application's presence in the tenant.
 *
 * @param clientId the application's GUID
 * @param objectId the {@code oid} of its own tokens
 * @param assignmentRequired whether Entra issues tokens for it only to those who were assigned to it
 */
public record ServicePrincipal(String clientId, String objectId, String displayName, boolean assignmentRequired) {}
