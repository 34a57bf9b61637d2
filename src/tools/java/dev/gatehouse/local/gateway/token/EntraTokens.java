package dev.gatehouse.local.gateway.token;

import dev.gatehouse.token.Metadata;
import dev.gatehouse.token.Reason;
import dev.gatehouse.token.SignatureCheck;
import dev.gatehouse.token.SignatureCheck.Outcome;
import dev.gatehouse.token.SignedToken;
import dev.gatehouse.token.TokenReading;
import dev.gatehouse.token.TokenVersion;
import dev.gatehouse.token.Violation;
import java.net.URI;
import java.util.Optional;

/** Tells which tokens a tenant of Entra has signed; the only place where the gateway uses the app's token code. */
public final class EntraTokens {
    private static final String LOGIN = "https://login.microsoftonline.com/";
    private static final String DOCUMENT = "/.well-known/openid-configuration";

    private final SignatureCheck signatures;

    public EntraTokens(SignatureCheck signatures) {
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
            return refused(
                    TokenReason.JWT_INVALID,
                    unreadable.violation().expected(),
                    unreadable.violation().actual());
        }
        SignedToken token = ((TokenReading.Readable) reading).token();
        Optional<String> claimed = token.claims().text("ver");
        Optional<TokenVersion> version = claimed.flatMap(TokenVersion::of);
        return version.isPresent()
                ? signed(token, metadata(tenant, version.get()))
                : refused(TokenReason.JWT_INVALID, "ver 1.0 or 2.0", claimed.orElse("none"));
    }

    private TokenCheck signed(SignedToken token, Metadata metadata) {
        Outcome outcome = signatures.check(token, metadata);
        if (outcome instanceof Outcome.Signed signed) {
            return new TokenCheck.Genuine(token.claims(), signed.issuer());
        }
        Violation violation = outcome instanceof Outcome.NotSigned notSigned
                ? notSigned.violation()
                : ((Outcome.Undecided) outcome).violation();
        return refused(reason(violation.reason()), violation.expected(), violation.actual());
    }

    private static TokenReason reason(Reason reason) {
        return switch (reason) {
            case SIGNATURE_INVALID -> TokenReason.TOKEN_SIGNATURE_INVALID;
            case KEY_ISSUER_MISMATCH -> TokenReason.TOKEN_ISSUER_NOT_ALLOWED;
            default -> TokenReason.TOKEN_SIGNATURE_KEY_NOT_FOUND;
        };
    }

    private static Metadata metadata(String tenant, TokenVersion version) {
        String path = version == TokenVersion.V2 ? "/v2.0" : "";
        return new Metadata(URI.create(LOGIN + tenant + path + DOCUMENT), tenant);
    }

    private static TokenCheck refused(TokenReason reason, String expected, String actual) {
        return new TokenCheck.Refused(new TokenFault(reason, expected, actual));
    }
}
