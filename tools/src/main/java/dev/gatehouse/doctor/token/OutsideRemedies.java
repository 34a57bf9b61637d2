package dev.gatehouse.doctor.token;

import static dev.gatehouse.doctor.token.Remedy.atOnce;
import static java.util.Map.entry;

import dev.gatehouse.chain.trace.Layer;
import java.util.Map;

/** The fixes for reasons of the gateway and of Easy Auth: their own, and those that mean the same as one of the guard's. */
final class OutsideRemedies {
    private static final Map<String, String> MEANINGS = Map.ofEntries(
            entry("TokenNotPresent", "token-missing"),
            entry("no-token", "token-missing"),
            entry("JwtInvalid", "not-a-jwt"),
            entry("TokenSignatureKeyNotFound", "key-unknown"),
            entry("TokenSignatureInvalid", "signature-invalid"),
            entry("TokenExpired", "token-expired"),
            entry("lifetime", "token-expired"),
            entry("claims", "claim-malformed"),
            entry("TokenAudienceNotAllowed", "audience-mismatch"),
            entry("audience", "audience-mismatch"),
            entry("TokenIssuerNotAllowed", "issuer-mismatch"),
            entry("issuer", "issuer-mismatch"),
            entry("allowedApplications", "client-not-allowed"),
            entry("allowedPrincipals", "principal-not-allowed"),
            entry("issuer-of-another-version", "issuer-mismatch"));

    private OutsideRemedies() {}

    static String key(Layer layer, String reason) {
        return layer.name() + " " + reason;
    }

    /** The guard's code for the same thing. */
    static String meaning(String reason) {
        return MEANINGS.getOrDefault(reason, reason);
    }

    static Map<String, Remedy> all() {
        return Map.ofEntries(
                gateway(
                        "client-not-allowed",
                        "Add the client's application id (azp or appid) to the named value"
                                + " allowed-clients, by the deployment's parameters, and deploy."),
                gateway(
                        "requirement-not-met",
                        "Give an app one of the operation's app roles; give a user one of its scopes and, where it"
                                + " lists roles for users, one of those too. The guard would ask for the same."),
                gateway(
                        "caller-not-nameable",
                        "Remove the claims mapping policy that writes such roles or scopes: the gateway names the"
                                + " caller in headers, where a role, a scope and the oid are visible ASCII without commas, and a"
                                + " role has no blank. Entra lets no registration declare a blank or a letter beyond ASCII."),
                gateway(
                        "TokenClaimNotFound",
                        "Ask for a token that has the claim: its API's registration, or the flow it"
                                + " was got by, decides which claims there are."),
                gateway(
                        "TokenClaimValueNotAllowed",
                        "For the claim ver: set api.requestedAccessTokenVersion on the API's"
                                + " registration, or change tokenVersions in the contract and deploy; then get a new token."),
                gateway(
                        "audience-mismatch",
                        "Let the client ask for <App ID URI or client id>/.default of the"
                                + " registration that the named values audience and v1-audience (gateway-audience in the flow"
                                + " gateway-identity) name."),
                gateway(
                        "SubscriptionKeyNotFound",
                        "Send the key of a subscription to this API in the header" + " Ocp-Apim-Subscription-Key."),
                gateway(
                        "SubscriptionKeyInvalid",
                        "Send the key of an active subscription to this API: this one is of"
                                + " another API or product, or was renewed."),
                gateway(
                        "OperationNotFound",
                        "Call a path and method that is published: health is not, and the path starts"
                                + " with the API's own."),
                gateway("RateLimitExceeded", "Wait as long as Retry-After says, or raise the rate limit's parameters."),
                gateway("QuotaExceeded", "Wait for the quota's next period, or raise it on the product."),
                gateway(
                        "BackendConnectionFailure",
                        "Look whether the function app runs and the gateway may reach it"
                                + " (network, TLS, the backend's url)."),
                gateway("ClientConnectionFailure", "Look at the client: it closed the connection before the answer."),
                gateway("Timeout", "Look why the backend is slow, or raise the timeout of forward-request."),
                gateway(
                        "ExpressionValueEvaluationFailure",
                        "Mend the policy: an expression in it failed on this call."),
                easyAuth(
                        "client-not-allowed",
                        "Add the client's application id to allowedApplications of the site's Easy"
                                + " Auth, by the deployment's parameters, and deploy."),
                easyAuth(
                        "principal-not-allowed",
                        "Add the caller's oid to allowedPrincipals.identities of the site's Easy"
                                + " Auth, by the deployment's parameters, and deploy."),
                easyAuth(
                        "audience-mismatch",
                        "Let the client ask for a token of the registration that Easy Auth names in clientId,"
                                + " or list the audience in allowedAudiences."),
                easyAuth(
                        "issuer-mismatch",
                        "Let openIdIssuer of the site's Easy Auth be of the version and tenant that issue the"
                                + " token: .../<tenant>/v2.0 for version 2, https://sts.windows.net/<tenant>/ for version 1."));
    }

    private static Map.Entry<String, Remedy> gateway(String reason, String text) {
        return entry(key(Layer.GATEWAY, reason), atOnce(text));
    }

    private static Map.Entry<String, Remedy> easyAuth(String reason, String text) {
        return entry(key(Layer.EASY_AUTH, reason), atOnce(text));
    }
}
