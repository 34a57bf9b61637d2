package dev.gatehouse.chain.entra.directory;

import java.util.List;

/**
 * The API that an application exposes.
 *
 * @param identifierUris its App ID URIs
 * @param scopes the values of its delegated permissions
 */
public record ExposedApi(List<String> identifierUris, TokenFormat format, List<AppRole> roles, List<String> scopes) {

    public ExposedApi {
        identifierUris = List.copyOf(identifierUris);
        roles = List.copyOf(roles);
        scopes = List.copyOf(scopes);
    }

    /** No scopes and roles; Entra's default token version is 1. */
    public static ExposedApi nothing() {
        return new ExposedApi(List.of(), TokenFormat.version(1), List.of(), List.of());
    }

    public ExposedApi inVersion(int version) {
        TokenFormat changed = new TokenFormat(version, format.optionalClaims());
        return new ExposedApi(identifierUris, changed, roles, scopes);
    }
}
