package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.directory.User;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The claims about the user in a token of a version. */
record UserClaims(User user, int version) {
    private static final String HOME_OF_GUESTS = "https://sts.windows.net/9188040d-6c67-4c5b-b112-36a304b66dad/";

    Map<String, Object> all() {
        Map<String, Object> claims = new TreeMap<>();
        claims.put("name", user.displayName());
        claims.put("oid", user.objectId());
        if (user.guest()) {
            claims.put("idp", HOME_OF_GUESTS);
        }
        if (version == 1) {
            claims.put("acr", "1");
            claims.put("amr", List.of("pwd"));
            claims.put("ipaddr", "127.0.0.1");
            claims.put("unique_name", user.username());
            claims.put("upn", user.username());
        } else {
            claims.put("preferred_username", user.username());
        }
        return claims;
    }
}
