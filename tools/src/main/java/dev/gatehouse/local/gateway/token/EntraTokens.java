package dev.gatehouse.local.gateway.token;

import dev.gatehouse.keys.DiscoveryUrl;
import dev.gatehouse.local.signature.Signatures;
import dev.gatehouse.token.SignatureCheck.Outcome;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.TokenReading;
import dev.gatehouse.token.TokenVersion;
import dev.gatehouse.token.Violation;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Tells which tokens a tenant of Entra has signed, by the keys and checks of the app itself. */
public final class EntraTokens {
    private static final String LOGIN = "https://login.microsoftonline.com/";
    private static final String DOCUMENT = "/.well-known/openid-configuration";

    private final Signatures signatures;

    public EntraTokens(Signatures signatures) {
        this.signatures = signatures;
    }

    /**
     * Checks the signature by the metadata that the token's {@code ver} points to.
     *
     * @param tenant the tenant's id, from the policy
     */
    public TokenCheck check(String compact, String tenant) {
        TokenReading reading = SignedToken.read(compact);
        if (reading instanceof TokenReading.Unreadable unreadable) {
            return refused(TokenFault.of(unreadable.violation()));
        }
        SignedToken token = ((TokenReading.Readable) reading).token();
        Optional<String> claimed = token.claims().text("ver");
        Optional<TokenVersion> version = claimed.flatMap(TokenVersion::of);
        return version.isPresent()
                ? signed(token, metadata(tenant, version.get()))
                : refused(new TokenFault(TokenReason.JWT_INVALID, "ver 1.0 or 2.0", claimed.orElse("none")));
    }

    /** Those whose tokens a {@code validate-jwt} policy takes. */
    public JwtSigners signers(List<DiscoveryUrl> metadata, InlineKeys keys, List<String> issuers) {
        return new JwtSigners(signatures, metadata, keys, issuers);
    }

    private TokenCheck signed(SignedToken token, DiscoveryUrl metadata) {
        Outcome outcome = signatures.check(token, metadata);
        if (outcome instanceof Outcome.Signed signed) {
            return new TokenCheck.Genuine(token.claims().asMap(), Optional.of(List.of(signed.issuer())));
        }
        return refused(TokenFault.of(violation(outcome)));
    }

    /** What is wrong with a token that is not known to be signed. */
    static Violation violation(Outcome outcome) {
        return outcome instanceof Outcome.NotSigned notSigned
                ? notSigned.violation()
                : ((Outcome.Undecided) outcome).violation();
    }

    private static DiscoveryUrl metadata(String tenant, TokenVersion version) {
        String path = version == TokenVersion.V2 ? "/v2.0" : "";
        return new DiscoveryUrl(URI.create(LOGIN + tenant + path + DOCUMENT), tenant);
    }

    private static TokenCheck refused(TokenFault fault) {
        return new TokenCheck.Refused(fault);
    }
}
