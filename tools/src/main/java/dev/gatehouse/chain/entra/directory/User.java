package dev.gatehouse.chain.entra.directory;

/**
 * A user.
 *
 * @param username the sign-in name, such as {@code ada@contoso.example}
 * @param guest whether the user's home tenant is another one
 */
public record User(String objectId, String displayName, String username, boolean guest) {}
