package dev.gatehouse.chain.entra.directory;

import java.util.List;

/**
 * A claim that Entra adds to an API's access tokens on request: {@code idtyp}, {@code acct}, or {@code aud} as
 * a GUID.
 */
public record OptionalClaim(String name, List<String> additionalProperties) {

    public OptionalClaim {
        additionalProperties = List.copyOf(additionalProperties);
    }

    public static OptionalClaim of(String name) {
        return new OptionalClaim(name, List.of());
    }
}
