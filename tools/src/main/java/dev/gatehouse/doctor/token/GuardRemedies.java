package dev.gatehouse.doctor.token;

import static dev.gatehouse.doctor.token.Remedy.atOnce;
import static dev.gatehouse.doctor.token.Remedy.inNewTokens;
import static java.util.Map.entry;

import java.util.Map;

/** The fixes by the guard's reason codes. */
final class GuardRemedies {
    private GuardRemedies() {}

    @SuppressWarnings("MultilineStringConcat")
    static Map<String, Remedy> all() {
        return Map.ofEntries(
                entry(
                        "misconfigured",
                        atOnce("Fix the app's settings; doctor settings names each fault, and so does the"
                                + " log entry 'configuration errors'. Then restart the app.")),
                entry(
                        "method-not-allowed",
                        atOnce("Call the operation with a method that the answer's Allow header lists, or add the"
                                + " method to the function's operations in the contract.")),
                entry(
                        "token-missing",
                        atOnce(
                                "Send one header, Authorization, with the word Bearer and the token. Keys are not tokens; a"
                                        + " redirect drops the header.")),
                entry("several-tokens", atOnce("Send one token, in the Authorization header only.")),
                entry(
                        "authorization-malformed",
                        atOnce("Send the word Bearer, a space, and the token on one line," + " without quotes.")),
                entry(
                        "token-too-long",
                        inNewTokens("Ask Entra for app roles instead of groups: group claims make the"
                                + " token too long.")),
                entry(
                        "not-a-jwt",
                        atOnce("Send the access token that Entra has issued for this API: three parts with dots"
                                + " between them, whole and not encrypted.")),
                entry(
                        "algorithm-not-allowed",
                        atOnce("Take the token from Entra, which signs with RS256; another"
                                + " algorithm is the mark of a forged token.")),
                entry("header-not-allowed", atOnce("Take the token from Entra, which sends typ JWT and no crit.")),
                entry("key-id-missing", atOnce("Take the token from Entra, which always names its key (kid).")),
                entry(
                        "version-not-accepted",
                        inNewTokens("Set api.requestedAccessTokenVersion to 2 on the API's"
                                + " registration (an unset value means 1), or change tokenVersions in the contract and deploy."
                                + " The client cannot choose the version.")),
                entry(
                        "tenant-not-allowed",
                        atOnce("Let the client ask the right tenant for its token, or correct"
                                + " GATEHOUSE_TENANT_IDS.")),
                entry(
                        "keys-unavailable",
                        atOnce("Let the app reach the issuer: its log says why 'keys could not be read'"
                                + " (network, proxy, TLS inspection, DNS). Nothing is wrong with the token.")),
                entry(
                        "key-unknown",
                        atOnce("Ask this tenant for a new token: the issuer does not publish the key, as in"
                                + " another cloud or after a rotation. Right after a rotation, wait 5 minutes.")),
                entry(
                        "key-issuer-mismatch",
                        atOnce("Let the user sign in with an account of the organisation: personal"
                                + " Microsoft accounts share the key list.")),
                entry(
                        "signature-invalid",
                        atOnce("Ask for a new token for this API and send it unchanged: this one was"
                                + " changed, cut off, is for Microsoft Graph, or was never signed by Entra.")),
                entry(
                        "issuer-mismatch",
                        atOnce(
                                "Ask the right tenant and cloud for the token. Version 1 is issued by"
                                        + " https://sts.windows.net/<tenant>/, version 2 by https://login.microsoftonline.com/<tenant>/v2.0.")),
                entry(
                        "audience-mismatch",
                        atOnce("Let the client ask for <App ID URI or client id of this API>/.default;"
                                + " for version 1, list the App ID URI that it asks for in GATEHOUSE_APP_ID_URIS.")),
                entry(
                        "token-expired",
                        atOnce("Get a new token: ask the client's library before every call, which renews it"
                                + " in time.")),
                entry("token-not-yet-valid", atOnce("Set the clocks: one of them is wrong by more than a minute.")),
                entry(
                        "not-an-access-token",
                        atOnce("Send the access token, not the ID token: it must name the client"
                                + " application (azp in version 2, appid in version 1), and one only.")),
                entry(
                        "caller-unclear",
                        atOnce(
                                "Ask for the token by client credentials, as a managed identity, or for a"
                                        + " user with a scope: a user has scp; an app has no scp, and its oid equals its sub.")),
                entry(
                        "claim-malformed",
                        inNewTokens("Remove the claims mapping policy that replaces the claim: Entra writes roles"
                                + " as a list of texts, and ids, issuer and version as one text each.")),
                entry(
                        "client-not-allowed",
                        atOnce(
                                "Add the client's application id (for a managed identity its client id,"
                                        + " never an object id) to GATEHOUSE_ALLOWED_CLIENTS, in the deployment's parameters, and deploy.")),
                entry(
                        "principal-not-allowed",
                        atOnce("Add the oid of the service principal or user (not the app"
                                + " registration's object id) to GATEHOUSE_ALLOWED_PRINCIPALS, and deploy.")),
                entry(
                        "forwarded-caller-malformed",
                        atOnce("Let the gateway's policy set X-Gatehouse-Caller-App and"
                                + " X-Gatehouse-Caller-Oid, both, and -Roles and -Scopes with single blanks between the entries,"
                                + " each with exists-action=\"override\".")),
                entry(
                        "role-missing",
                        inNewTokens("Assign one of the roles to the client's service principal"
                                + " (appRoleAssignedTo), or where a user calls, to the user: an app's role and a user's"
                                + " of the same name are two.")),
                entry(
                        "scope-missing",
                        inNewTokens("Let the client ask for <App ID URI>/<scope>, and the user or an"
                                + " administrator consent; where no scope is named, the operation is for apps only.")));
    }
}
