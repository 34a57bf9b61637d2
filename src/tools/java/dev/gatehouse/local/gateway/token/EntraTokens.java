package dev.gatehouse.local.gateway.token;

import dev.gatehouse.token.IssuerKeys;
import dev.gatehouse.token.KeyLookup;
import dev.gatehouse.token.Metadata;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.TokenReading;
import dev.gatehouse.token.TokenVersion;
import java.net.URI;
import java.util.Optional;

/** Tells which tokens a tenant of Entra has signed; the only place where the gateway uses the app's token code. */
public final class EntraTokens {
    private static final String LOGIN = "https://login.microsoftonline.com/";
    private static final String DOCUMENT = "/.well-known/openid-configuration";

    private final IssuerKeys keys;

    public EntraTokens(IssuerKeys keys) {
        this.keys = keys;
    }

    /**
     * Checks the signature by the metadata that the token's {@code ver} points to.
     *
     * @param tenant the tenant's id, from the policy
     */
    public TokenCheck check(String compact, String tenant) {
        TokenReading reading = SignedToken.read(compact);
        if (reading instanceof TokenReading.Unreadable unreadable) {
            return refused(
                    TokenReason.JWT_INVALID,
                    unreadable.violation().expected(),
                    unreadable.violation().actual());
        }
        SignedToken token = ((TokenReading.Readable) reading).token();
        Optional<String> claimed = token.claims().text("ver");
        Optional<TokenVersion> version = claimed.flatMap(TokenVersion::of);
        return version.isPresent()
                ? signed(token, metadata(tenant, version.get()), tenant)
                : refused(TokenReason.JWT_INVALID, "ver 1.0 or 2.0", claimed.orElse("none"));
    }

    private TokenCheck signed(SignedToken token, Metadata metadata, String tenant) {
        KeyLookup lookup = keys.find(metadata, token.keyId());
        if (lookup instanceof KeyLookup.Found found) {
            return bySigner(token, found, tenant);
        }
        String actual = lookup instanceof KeyLookup.Unreachable unreachable
                ? "the keys cannot be read: " + unreachable.cause()
                : token.keyId();
        return refused(TokenReason.TOKEN_SIGNATURE_KEY_NOT_FOUND, "a key published at " + metadata.address(), actual);
    }

    private static TokenCheck bySigner(SignedToken token, KeyLookup.Found found, String tenant) {
        String issuer = expand(found.issuer(), tenant);
        Optional<String> ofKey = found.keyIssuer().map(each -> expand(each, tenant));
        if (ofKey.isPresent() && !ofKey.get().equals(issuer)) {
            return refused(TokenReason.TOKEN_ISSUER_NOT_ALLOWED, issuer, "a key of " + ofKey.get());
        }
        return token.isSignedBy(found.key())
                ? new TokenCheck.Genuine(token.claims(), issuer)
                : refused(TokenReason.TOKEN_SIGNATURE_INVALID, "a signature by key " + token.keyId(), "another");
    }

    private static Metadata metadata(String tenant, TokenVersion version) {
        String path = version == TokenVersion.V2 ? "/v2.0" : "";
        return new Metadata(URI.create(LOGIN + tenant + path + DOCUMENT), tenant);
    }

    private static String expand(String issuer, String tenant) {
        return issuer.replace("{tenantid}", tenant);
    }

    private static TokenCheck refused(TokenReason reason, String expected, String actual) {
        return new TokenCheck.Refused(new TokenFault(reason, expected, actual));
    }
}
