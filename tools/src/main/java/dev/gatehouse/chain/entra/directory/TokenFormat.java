package dev.gatehouse.chain.entra.directory;

import java.util.List;

/**
 * The format of an API's access tokens: the API decides it, never the client or the endpoint that the client calls.
 *
 * @param version 1 or 2, its {@code requestedAccessTokenVersion}
 */
public record TokenFormat(int version, List<OptionalClaim> optionalClaims) {

    public TokenFormat {
        if (version != 1 && version != 2) {
            throw new IllegalArgumentException("invalid access token version " + version);
        }
        optionalClaims = List.copyOf(optionalClaims);
    }

    public static TokenFormat version(int version) {
        return new TokenFormat(version, List.of());
    }

    public boolean asksFor(String claim) {
        return optionalClaims.stream().anyMatch(optional -> optional.name().equals(claim));
    }

    public boolean asksFor(String claim, String property) {
        return optionalClaims.stream()
                .anyMatch(optional -> optional.name().equals(claim)
                        && optional.additionalProperties().contains(property));
    }
}
