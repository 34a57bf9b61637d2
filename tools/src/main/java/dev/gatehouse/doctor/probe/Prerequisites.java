package dev.gatehouse.doctor.probe;

import dev.gatehouse.deployment.Flow;

/** How to provide a token that is missing. */
final class Prerequisites {
    private Prerequisites() {}

    static String of(TamperedToken kind, Door door, Flow flow) {
        boolean behind = door == Door.FUNCTION_APP && flow == Flow.GATEWAY_IDENTITY;
        return switch (kind) {
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
