package dev.gatehouse.chain.entra.directory;

/**
 * A person.
 *
 * @param username the sign-in name, such as {@code ada@contoso.example}
 * @param guest whether the person's home is another tenant
 */
public record User(String objectId, String displayName, String username, boolean guest) {}
