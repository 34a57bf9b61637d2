package dev.gatehouse.chain.entra.directory;

/**
 * An app role assigned to an application, a managed identity or a user.
 *
 * @param role the role's value, or {@link #DEFAULT_ACCESS}
 */
public record RoleAssignment(String principalObjectId, String resourceClientId, String role) {
    /**
     * Assigned to the application without any role: enough where assignment is required, absent from {@code roles}. Microsoft
     * Graph accepts it only if the application declares no roles (appRoleAssignment, appRoleId).
     */
    public static final String DEFAULT_ACCESS = "";

    /** The role as messages name it. */
    String shown() {
        return role.equals(DEFAULT_ACCESS) ? "\"default access\" (only an API without roles has it)" : role;
    }
}
