package dev.gatehouse.chain.easyauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.chain.claims.ClaimTexts;
import dev.gatehouse.chain.http.Headers;
import dev.gatehouse.token.Claims;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The headers in which Easy Auth names the caller to an app. Values that a caller sends in these headers are removed. */
final class ClientPrincipal {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String IDENTITY = "http://schemas.microsoft.com/identity/claims/";
    private static final Map<String, String> LONG_NAMES = Map.of(
            "tid", IDENTITY + "tenantid",
            "oid", IDENTITY + "objectidentifier",
            "scp", IDENTITY + "scope",
            "sub", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/nameidentifier",
            "roles", "http://schemas.microsoft.com/ws/2008/06/identity/claims/role");

    private ClientPrincipal() {}

    static Headers removedFrom(Headers headers) {
        return headers.without(name -> {
            String lower = name.toLowerCase(Locale.ROOT);
            return lower.startsWith("x-ms-client-principal") || lower.startsWith("x-ms-token-");
        });
    }

    static Headers setIn(Headers headers, Claims claims) {
        Headers set = headers.with("X-MS-CLIENT-PRINCIPAL", encoded(claims)).with("X-MS-CLIENT-PRINCIPAL-IDP", "aad");
        return claims.text("oid")
                .map(oid -> set.with("X-MS-CLIENT-PRINCIPAL-ID", oid))
                .orElse(set);
    }

    private static String encoded(Claims claims) {
        List<Map<String, String>> entries = new ArrayList<>();
        Map<String, List<String>> texts = ClaimTexts.of(claims.asMap());
        claims.asMap().keySet().forEach(name -> texts.getOrDefault(name, List.of())
                .forEach(each -> entries.add(Map.of("typ", LONG_NAMES.getOrDefault(name, name), "val", each))));
        try {
            String json = JSON.writeValueAsString(Map.of(
                    "auth_typ",
                    "aad",
                    "claims",
                    entries,
                    "name_typ",
                    "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name",
                    "role_typ",
                    LONG_NAMES.get("roles")));
            return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException notWritable) {
            throw new IllegalStateException("claims cannot be written as JSON", notWritable);
        }
    }
}
