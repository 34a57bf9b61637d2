package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.directory.Directory;
import java.security.PrivateKey;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Makes tokens that Entra would issue, and tokens that it never would, inside this process only: no endpoint uses it. It
 * starts from the claims of the token issuer's code, so forged and issued tokens stay the same.
 */
public final class TokenForge {
    private final TokenClaims claims;
    private final Mint mint;
    private final OptionalInt version;

    TokenForge(TokenClaims claims, Mint mint, OptionalInt version) {
        this.claims = claims;
        this.mint = mint;
        this.version = version;
    }

    /** A forge in which every API is configured for tokens of this version. */
    public TokenForge inVersion(int forced) {
        return new TokenForge(claims, mint, OptionalInt.of(forced));
    }

    /** A valid token of an application, as after client credentials with a secret. */
    public TokenDraft app(String clientId, String resource) {
        return mint.draft(claims.app(client(clientId), audience(resource)));
    }

    /** A valid token of a managed identity. */
    public TokenDraft managedIdentity(String clientId, String resource) {
        Client client = Client.of(known("managed identity", directory().managedIdentity(clientId)));
        return mint.draft(claims.app(client, audience(resource)));
    }

    /** A valid token of a user through a client, with the scopes consented in the directory. */
    public TokenDraft user(String clientId, String resource, String userObjectId) {
        return mint.draft(claims.user(
                client(clientId), audience(resource), known("user", directory().user(userObjectId))));
    }

    /** A valid ID token, which no API may accept as an access token. */
    public TokenDraft idToken(String clientId, String userObjectId) {
        return mint.draft(claims.id(client(clientId), known("user", directory().user(userObjectId))));
    }

    /** Any header and any claims, signed with the active key and RS256, whatever the header says. */
    public String sign(Map<String, Object> header, Map<String, Object> content) {
        return new TokenDraft(header, content, realKey()).compact();
    }

    /** RS256 with Entra's active key. */
    public Signer realKey() {
        return realKey(Signer::rs256);
    }

    /** Entra's active key with another algorithm. */
    public Signer realKey(Function<PrivateKey, Signer> algorithm) {
        return algorithm.apply(mint.keys().active().privateKey());
    }

    /** The active public key's DER bytes, which a faulty validator would use as an HMAC secret. */
    public byte[] publicKey() {
        return mint.keys().active().publicKey().getEncoded();
    }

    private Client client(String clientId) {
        return Client.of(known("client", directory().application(clientId)), Client.Proof.SECRET);
    }

    private RequestedApi audience(String resource) {
        RequestedApi asked = new RequestedApi(known("resource", directory().resource(resource)), resource);
        return version.isPresent() ? asked.inVersion(version.getAsInt()) : asked;
    }

    private Directory directory() {
        return claims.directory();
    }

    private static <T> T known(String what, Optional<T> found) {
        return found.orElseThrow(() -> new IllegalArgumentException(what + " not found in the directory"));
    }
}
