package dev.gatehouse.token;

import java.util.List;
import java.util.Optional;

/**
 * The two formats of Entra access tokens; the API's registration decides which one it gets
 * (https://learn.microsoft.com/entra/identity-platform/access-tokens#token-formats).
 */
public enum TokenVersion {
    V1("1.0", "appid"),
    V2("2.0", "azp");

    private static final List<TokenVersion> ALL = List.of(values());

    private final String claim;
    private final String clientClaim;

    TokenVersion(String claim, String clientClaim) {
        this.claim = claim;
        this.clientClaim = clientClaim;
    }

    /** The value of {@code ver} in such a token. */
    public String claim() {
        return claim;
    }

    /** 1 or 2. */
    public int number() {
        return ordinal() + 1;
    }

    /** The claim that names the client application in such a token. */
    public String clientClaim() {
        return clientClaim;
    }

    public static Optional<TokenVersion> of(String claim) {
        for (TokenVersion version : ALL) {
            if (version.claim.equals(claim)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }
}
