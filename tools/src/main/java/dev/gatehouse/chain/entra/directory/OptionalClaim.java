package dev.gatehouse.chain.entra.directory;

import java.util.List;

/**
 * A claim that an API asks Entra to add to its access tokens: {@code idtyp}, {@code acct}, or {@code aud} to be sent as
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
