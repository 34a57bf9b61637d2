package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.directory.Cloud;
import dev.gatehouse.chain.entra.directory.Tenant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The documents that Entra publishes: discovery, keys, and the clouds' hosts. */
record Metadata(Tenant own, SigningKeys keys) {
    /** The tenant placeholder in the issuer of metadata that is not for one tenant. */
    private static final String ANY_TENANT = "{tenantid}";

    /**
     * A discovery document.
     *
     * @param segment the tenant's id, {@code organizations} or {@code common}
     */
    Map<String, Object> document(String segment, int version) {
        String base = "https://" + own.cloud().loginHost() + "/" + segment + "/";
        String path = version == 1 ? "oauth2/" : "oauth2/v2.0/";
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("token_endpoint", base + path + "token");
        document.put(
                "token_endpoint_auth_methods_supported",
                List.of("client_secret_post", "private_key_jwt", "client_secret_basic"));
        document.put("jwks_uri", base + (version == 1 ? "discovery/keys" : "discovery/v2.0/keys"));
        document.put("response_modes_supported", List.of("query", "fragment", "form_post"));
        document.put("subject_types_supported", List.of("pairwise"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        document.put("issuer", named(segment).issuer(version));
        document.put("authorization_endpoint", base + path + "authorize");
        document.put("device_authorization_endpoint", base + path + "devicecode");
        document.put("http_logout_supported", true);
        document.put("frontchannel_logout_supported", true);
        document.put("end_session_endpoint", base + path + "logout");
        document.putAll(version == 1 ? ofVersion1(base) : ofVersion2());
        document.put("cloud_instance_name", own.cloud().instanceName());
        document.put("cloud_graph_host_name", own.cloud().oldGraphHost());
        document.put("msgraph_host", own.cloud().graphHost());
        document.put("rbac_url", own.cloud().rbacUrl());
        document.put("tenant_region_scope", segment.equalsIgnoreCase(own.id()) ? "WW" : null);
        return document;
    }

    private Map<String, Object> ofVersion1(String base) {
        return Map.of(
                "response_types_supported",
                List.of("code", "id_token", "code id_token", "token id_token", "token"),
                "scopes_supported",
                List.of("openid"),
                "claims_supported",
                List.of(
                        "sub",
                        "iss",
                        "cloud_instance_name",
                        "cloud_instance_host_name",
                        "cloud_graph_host_name",
                        "msgraph_host",
                        "aud",
                        "exp",
                        "iat",
                        "auth_time",
                        "acr",
                        "amr",
                        "nonce",
                        "email",
                        "given_name",
                        "family_name",
                        "nickname"),
                "microsoft_multi_refresh_token",
                true,
                "check_session_iframe",
                base + "oauth2/checksession",
                "userinfo_endpoint",
                base + "openid/userinfo");
    }

    private Map<String, Object> ofVersion2() {
        return Map.of(
                "response_types_supported", List.of("code", "id_token", "code id_token", "id_token token"),
                "scopes_supported", List.of("openid", "profile", "email", "offline_access"),
                "request_uri_parameter_supported", false,
                "claims_supported",
                        List.of(
                                "sub",
                                "iss",
                                "cloud_instance_name",
                                "cloud_instance_host_name",
                                "cloud_graph_host_name",
                                "msgraph_host",
                                "aud",
                                "exp",
                                "iat",
                                "auth_time",
                                "acr",
                                "nonce",
                                "preferred_username",
                                "name",
                                "tid",
                                "ver",
                                "at_hash",
                                "c_hash",
                                "email"),
                "userinfo_endpoint", "https://" + own.cloud().graphHost() + "/oidc/userinfo");
    }

    /** A key set: only version 2 names the issuer that each key belongs to. */
    Map<String, Object> keySet(String segment, int version) {
        String issuer = named(segment).issuer(2);
        return Map.of(
                "keys",
                keys.published().stream()
                        .map(EntraSigningKey::published)
                        .map(key -> version == 1 ? key : withIssuer(key, issuer))
                        .toList());
    }

    /** The instance discovery document, which tells MSAL that the authority belongs to Entra. */
    Map<String, Object> instances() {
        List<Map<String, Object>> clouds = List.of(
                instance(List.of(
                        Cloud.PUBLIC.loginHost(), "login.windows.net", "login.microsoft.com", "sts.windows.net")),
                instance(List.of(Cloud.CHINA.loginHost(), "login.chinacloudapi.cn")),
                instance(List.of(Cloud.US_GOVERNMENT.loginHost(), "login.usgovcloudapi.net")));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("tenant_discovery_endpoint", own.metadata(2).address().toString());
        answer.put("api-version", "1.1");
        answer.put("metadata", clouds);
        return answer;
    }

    private static Map<String, Object> instance(List<String> aliases) {
        return Map.of(
                "preferred_network", aliases.get(0),
                "preferred_cache", aliases.get(Math.min(1, aliases.size() - 1)),
                "aliases", aliases);
    }

    private Tenant named(String segment) {
        return segment.equalsIgnoreCase(own.id()) ? own : new Tenant(ANY_TENANT, own.cloud());
    }

    private Map<String, Object> withIssuer(Map<String, Object> key, String issuer) {
        Map<String, Object> changed = new LinkedHashMap<>(key);
        changed.put("cloud_instance_name", own.cloud().instanceName());
        changed.put("issuer", issuer);
        return changed;
    }
}
