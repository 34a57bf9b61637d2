package dev.gatehouse.doctor.token;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says of each claim in one line what it means
 * (https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference).
 */
final class ClaimGuide {
    private static final String UNKNOWN = "unknown claim; APIs ignore claims that they do not know";
    private static final String INTERNAL = "internal to Entra; do not use it";
    private static final String LABEL = "a label of the user that can change; do not use it for access decisions";

    private static final List<String> PERSONAL_LABELS =
            List.of("name", "given_name", "family_name", "email", "upn", "unique_name", "preferred_username");

    private static final Map<String, String> MEANINGS = meanings();

    private static final Map<String, String> CLIENT_PROOFS = Map.of(
            "0", "the client did not authenticate: a public client",
            "1", "the client authenticated with a secret",
            "2", "the client authenticated with a certificate or an assertion");

    private ClaimGuide() {}

    static String meaning(String claim, Object value) {
        if (claim.equals("azpacr") || claim.equals("appidacr")) {
            return CLIENT_PROOFS.getOrDefault(String.valueOf(value), UNKNOWN);
        }
        return Optional.ofNullable(MEANINGS.get(claim)).orElse(UNKNOWN);
    }

    private static Map<String, String> meanings() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("ver", "the token's format, which the API's registration decides (api.requestedAccessTokenVersion)");
        all.put("iss", "the issuer; compared exactly");
        all.put("aud", "the API that the token is for; in version 2 always the API's client id");
        all.put("tid", "the tenant that issued it");
        all.put("azp", "the client application (version 2); its client id, not its object id");
        all.put("appid", "the client application (version 1); its client id, not its object id");
        all.put("oid", "the object id of the user, or of the calling app's service principal");
        all.put("sub", "the caller's id for this API; equal to oid when an app calls without a user");
        all.put("roles", "app roles assigned to the calling app; in a user's token, to the user");
        all.put("scp", "scopes that the user granted the client; only in users' tokens");
        all.put("idtyp", "app when an app calls without a user; present only if the API's registration asks for it");
        all.put("iat", "when it was issued");
        all.put("nbf", "not valid before");
        all.put("exp", "not valid from this time on");
        all.put("azpacr", "how the client authenticated");
        all.put("appidacr", all.get("azpacr"));
        all.put("uti", "this token's id, UniqueTokenIdentifier in Entra's sign-in logs");
        all.put("jti", "this token's id");
        all.put("idp", "the home identity provider of the user or app, if it is not the issuer");
        all.put("xms_mirid", "the managed identity's Azure resource; the name can be reused, so decide by oid");
        all.put("xms_az_rid", "the Azure resource that the token was requested on");
        all.put("xms_cc", "what the client can do; cp1: it understands claims challenges");
        all.put("acrs", "authentication contexts that were satisfied");
        all.put("acr", "0: the user's sign-in did not meet ISO/IEC 29115");
        all.put("amr", "how the user signed in, such as pwd or mfa");
        all.put("wids", "the user's roles in the tenant's administration, not in the API");
        all.put("groups", "object ids of the user's groups; left out when there are too many, so use app roles");
        all.put("hasgroups", "the user has more groups than fit into the token");
        all.put("_claim_names", "claims that did not fit and must be requested separately");
        all.put("_claim_sources", "where those claims can be requested");
        all.put("nonce", "binds an ID token to the sign-in that asked for it");
        all.put("at_hash", "binds an ID token to an access token");
        all.put("c_hash", "binds an ID token to an authorization code");
        all.put("auth_time", "when the user signed in");
        all.put("sid", "the user's session");
        all.put("tenant_region_scope", "the region of the tenant");
        all.put("app_displayname", "the client application's name; anyone can choose any name");
        all.put("ctry", "the user's country");
        all.put("platf", "the user's device platform");
        all.put("tenant_ctry", "the tenant's country");
        List.of(
                        "aio",
                        "rh",
                        "xms_ftd",
                        "xms_idrel",
                        "xms_tcdt",
                        "xms_st",
                        "xms_sub_fct",
                        "xms_act_fct",
                        "xms_rd",
                        "wsid",
                        "uqn",
                        "pwd_exp",
                        "pwd_url",
                        "xms_tdbr",
                        "xms_pl",
                        "xms_tpl")
                .forEach(claim -> all.put(claim, INTERNAL));
        PERSONAL_LABELS.forEach(claim -> all.put(claim, LABEL));
        all.put("ipaddr", "the address that the user signed in from");
        return all;
    }
}
