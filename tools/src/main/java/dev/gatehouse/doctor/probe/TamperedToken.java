package dev.gatehouse.doctor.probe;

import dev.gatehouse.chain.forgery.Forgeries;
import dev.gatehouse.deployment.Flow;

/** Tokens that each differ from a valid one in one point and that Entra issued. {@link Forgeries} are not among them. */
public enum TamperedToken {
    /** Of a client that may call the API. */
    GOOD,
    /** The same, but expired. */
    EXPIRED,
    /** Of the same client, for another API. */
    OTHER_AUDIENCE,
    /** For this API, of a client that is not allowed. */
    OTHER_CLIENT,
    /** Of an allowed client that has no role and no scope. */
    WITHOUT_ROLE;

    /** How to provide this token when it is missing. */
    String needs(Door door, Flow flow) {
        boolean behind = door == Door.FUNCTION_APP && flow == Flow.GATEWAY_IDENTITY;
        return switch (this) {
            case GOOD ->
                behind
                        ? "--gateway-identity-token-file FILE, a token of the gateway's managed identity for the API"
                        : "--token-file FILE, a token of a client that may call the API";
            case EXPIRED ->
                behind
                        ? "an expired token of the gateway's identity"
                        : "--expired-token-file FILE, an expired token that was valid before";
            case OTHER_AUDIENCE ->
                behind
                        ? "--token-file FILE, a client's token for the gateway"
                        : "--other-audience-token-file FILE, a token of the tenant for another API";
            case OTHER_CLIENT ->
                behind
                        ? "a client's token for the API, which Entra should issue only to the gateway"
                        : "--other-client-token-file FILE, a token for this API of a client that is not allowed";
            case WITHOUT_ROLE ->
                behind
                        ? "a token of the gateway's identity without its role, which Entra should not issue"
                        : "--without-role-token-file FILE, a token of an allowed client without roles and scopes";
        };
    }
}
