package dev.gatehouse.chain.entra.directory;

import java.util.List;

/**
 * How an API wants its access tokens: the API decides, never the client or the endpoint the client calls.
 *
 * @param version 1 or 2, its {@code requestedAccessTokenVersion}
 */
public record TokenFormat(int version, List<OptionalClaim> optionalClaims) {

    public TokenFormat {
        if (version != 1 && version != 2) {
            throw new IllegalArgumentException("there is no access token version " + version);
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
