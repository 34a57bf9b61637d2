package dev.gatehouse.chain.gateway.token;

import dev.gatehouse.chain.entra.directory.Cloud;
import dev.gatehouse.keys.DiscoveryUrl;
import dev.gatehouse.token.DocumentedIssuers;
import dev.gatehouse.token.SignatureCheck;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.TokenReading;
import dev.gatehouse.token.TokenUnderCheck;
import dev.gatehouse.token.TokenVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tokens that a tenant of Entra signs, with the same keys and signature check as in the app.
 *
 * @param documented for explanations; not needed by a gateway that serves calls
 */
public record EntraTokens(SignatureCheck signatures, DocumentedIssuers documented) {
    /** For a gateway that serves calls. */
    public EntraTokens(SignatureCheck signatures) {
        this(signatures, DocumentedIssuers.NONE);
    }

    /**
     * Tokens of the issuer whose metadata a token's {@code ver} selects.
     *
     * @param tenant the tenant's id, from the policy
     */
    public TokenSigners ofTenant(String tenant) {
        return compact -> {
            TokenReading reading = SignedToken.read(compact);
            return reading instanceof TokenReading.Readable readable
                    ? new TokenSigners.Presented.Token(signed(readable.token(), tenant))
                    : TokenSigners.unreadable((TokenReading.Unreadable) reading);
        };
    }

    /** Tokens that a {@code validate-jwt} policy accepts. */
    public JwtSigners signers(List<DiscoveryUrl> metadata, InlineKeys keys, List<String> issuers) {
        return new JwtSigners(this, metadata, keys, issuers);
    }

    private TokenUnderCheck signed(SignedToken token, String tenant) {
        Optional<TokenVersion> version = token.claims().text("ver").flatMap(TokenVersion::of);
        return version.isPresent()
                ? signatures.checked(token, metadata(tenant, version.get()), documented)
                : TokenUnderCheck.of(token, SignatureCheck.NOT_CHECKED, Optional.of(Set.of()));
    }

    private static DiscoveryUrl metadata(String tenant, TokenVersion version) {
        return DiscoveryUrl.of("https://" + Cloud.PUBLIC.loginHost(), tenant, version.number());
    }
}
