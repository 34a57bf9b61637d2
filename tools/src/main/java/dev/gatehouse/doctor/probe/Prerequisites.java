package dev.gatehouse.doctor.probe;

import dev.gatehouse.deployment.Flow;

/** How to come by a token that is not there. */
final class Prerequisites {
    private Prerequisites() {}

    static String of(TamperedToken kind, Door door, Flow flow) {
        boolean behind = door == Door.FUNCTION_APP && flow == Flow.GATEWAY_IDENTITY;
        return switch (kind) {
            case GOOD ->
                behind
                        ? "--gateway-identity-token-file FILE, a token of the gateway's own identity for the API"
                        : "--token-file FILE, a token of a client that may call";
            case EXPIRED ->
                behind
                        ? "a token of the gateway's identity that was good"
                        : "--expired-token-file FILE, a token that was good";
            case OTHER_AUDIENCE ->
                behind
                        ? "--token-file FILE, a client's token for the gateway"
                        : "--other-audience-token-file FILE, a token of the tenant for another API";
            case OTHER_CLIENT ->
                behind
                        ? "a client's own token for the API, which Entra should issue to nobody but the gateway"
                        : "--other-client-token-file FILE, a token for this API of a client that is not allowed";
            case WITHOUT_ROLE ->
                behind
                        ? "a token of the gateway's identity without its role, which Entra should not issue"
                        : "--without-role-token-file FILE, a token of an allowed client without roles and scopes";
        };
    }
}
