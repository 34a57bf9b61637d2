package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.directory.Tenant;
import dev.gatehouse.chain.entra.directory.User;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The token endpoint's success response, with the fields of the endpoint's version. */
record TokenResponse(int endpointVersion, Clock clock) {

    Map<String, Object> of(MintedToken issued) {
        long seconds = issued.expires() - clock.instant().getEpochSecond() - 1;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("token_type", "Bearer");
        if (endpointVersion == 1) {
            body.put("expires_in", Long.toString(seconds));
            body.put("ext_expires_in", Long.toString(seconds));
            body.put("expires_on", Long.toString(issued.expires()));
            body.put("not_before", Long.toString(issued.notBefore()));
            body.put("resource", issued.resource());
        } else {
            body.put("expires_in", seconds);
            body.put("ext_expires_in", seconds);
        }
        Object scopes = issued.claims().get("scp");
        if (scopes != null) {
            body.put("scope", qualified(issued.resource(), scopes.toString()));
        }
        body.put("access_token", issued.compact());
        return body;
    }

    /** The client info from which MSAL builds an account. */
    static String clientInfo(User user, Tenant tenant) {
        String json = EntraJson.text(Map.of("uid", user.objectId(), "utid", tenant.id()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String qualified(String resource, String scopes) {
        return Arrays.stream(scopes.split(" "))
                .map(scope -> resource + "/" + scope)
                .collect(Collectors.joining(" "));
    }
}
