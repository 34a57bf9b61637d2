package dev.gatehouse.chain.entra;

import java.util.Map;

/**
 * A token that was issued.
 *
 * @param compact the token itself
 * @param resource the API as the client named it
 */
record MintedToken(Map<String, Object> claims, String compact, String resource) {

    /** When it expires, in seconds since 1970. */
    long expires() {
        return seconds("exp");
    }

    long notBefore() {
        return seconds("nbf");
    }

    private long seconds(String claim) {
        return ((Number) claims.getOrDefault(claim, 0)).longValue();
    }

    @Override
    public String toString() {
        return "token " + claims.get("uti");
    }
}
