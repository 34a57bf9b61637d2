package dev.gatehouse.chain.gateway.token;

import dev.gatehouse.token.CheckId;
import dev.gatehouse.token.Reason;
import java.util.Optional;

/**
 * A check of the gateway.
 *
 * @param failure API Management's name for what is wrong
 */
public record GatewayCheckId(TokenReason failure, String title, Optional<Reason> reason) implements CheckId {

    /** A check that the guard also makes. */
    public static GatewayCheckId of(TokenReason failure, Reason reason) {
        return new GatewayCheckId(failure, reason.title(), Optional.of(reason));
    }

    @Override
    public String code() {
        return failure.title();
    }

    /** For faults found when a token is read and its signature is checked. */
    static GatewayCheckId ofSignature(Reason reason) {
        return of(
                switch (reason) {
                    case SIGNATURE_INVALID -> TokenReason.TOKEN_SIGNATURE_INVALID;
                    case KEY_ISSUER_MISMATCH -> TokenReason.TOKEN_ISSUER_NOT_ALLOWED;
                    case KEY_UNKNOWN, KEYS_UNAVAILABLE -> TokenReason.TOKEN_SIGNATURE_KEY_NOT_FOUND;
                    default -> TokenReason.JWT_INVALID;
                },
                reason);
    }

    /** For a claim that a policy requires. */
    static GatewayCheckId ofClaim(TokenReason failure, String claim) {
        Optional<Reason> reason = Optional.ofNullable(
                switch (claim) {
                    case "ver" -> Reason.VERSION_NOT_ACCEPTED;
                    case "tid" -> Reason.TENANT_NOT_ALLOWED;
                    case "iss" -> Reason.ISSUER_MISMATCH;
                    case "aud" -> Reason.AUDIENCE_MISMATCH;
                    case "azp", "appid" -> Reason.CLIENT_NOT_ALLOWED;
                    case "oid" -> Reason.PRINCIPAL_NOT_ALLOWED;
                    case "roles" -> Reason.ROLE_MISSING;
                    case "scp" -> Reason.SCOPE_MISSING;
                    default -> null;
                });
        return new GatewayCheckId(failure, "claim " + claim, reason);
    }
}
