package dev.gatehouse.chain.entra;

import dev.gatehouse.chain.entra.directory.Directory;
import dev.gatehouse.chain.entra.directory.User;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The claims Entra puts into its tokens (Entra's access token claims reference); issued and forged tokens share them. */
record TokenClaims(Directory directory, Clock clock) {
    private static final Duration BACKDATED = Duration.ofMinutes(5);
    private static final int SHORTEST_SECONDS = 60 * 60;
    private static final int LONGEST_SECONDS = 90 * 60;
    private static final int MANAGED_IDENTITY_SECONDS = 24 * 60 * 60;
    private static final String HOME_OF_GUESTS = "https://sts.windows.net/9188040d-6c67-4c5b-b112-36a304b66dad/";

    /** For an application or a managed identity that acts for itself. */
    Map<String, Object> app(Client client, RequestedApi audience) {
        String oid = client.principal().objectId();
        Map<String, Object> claims = common(client, audience);
        claims.put("oid", oid);
        claims.put("sub", oid);
        client.armId().ifPresent(id -> claims.put("xms_mirid", id));
        if (audience.version() == 1) {
            claims.put("idp", directory.tenant().issuer(1));
        }
        if (audience.format().asksFor("idtyp")) {
            claims.put("idtyp", "app");
        }
        putUnlessEmpty(claims, "roles", directory.roles(oid, audience.api().clientId()));
        int seconds = client.armId().isPresent() ? MANAGED_IDENTITY_SECONDS : lifetime();
        return dated(audience.claim(), audience.version(), seconds, claims);
    }

    /** For a user through a client, with everything the user let that client do at this API. */
    Map<String, Object> user(Client client, RequestedApi audience, User user) {
        String api = audience.api().clientId();
        Map<String, Object> claims = common(client, audience);
        claims.putAll(about(user, audience.version()));
        claims.put("sub", pairwise(user.objectId(), api));
        List<String> scopes = directory.scopes(client.principal().clientId(), api, user.objectId());
        claims.put("scp", String.join(" ", scopes));
        putUnlessEmpty(claims, "roles", directory.roles(user.objectId(), api));
        if (audience.format().asksFor("idtyp", "include_user_token")) {
            claims.put("idtyp", "user");
        }
        if (audience.format().asksFor("acct")) {
            claims.put("acct", user.guest() ? 1 : 0);
        }
        return dated(audience.claim(), audience.version(), lifetime(), claims);
    }

    /** ID token for a client that needs the signed-in user; an API must never accept it. */
    Map<String, Object> id(Client client, User user) {
        String clientId = client.principal().clientId();
        Map<String, Object> claims = opaque();
        claims.putAll(about(user, 2));
        claims.put("sub", pairwise(user.objectId(), clientId));
        claims.put("ver", "2.0");
        return dated(clientId, 2, SHORTEST_SECONDS, claims);
    }

    private Map<String, Object> common(Client client, RequestedApi audience) {
        boolean first = audience.version() == 1;
        Map<String, Object> claims = opaque();
        claims.put(first ? "appid" : "azp", client.principal().clientId());
        claims.put(first ? "appidacr" : "azpacr", client.proof().acr());
        claims.put("ver", first ? "1.0" : "2.0");
        claims.put("xms_ftd", RandomId.base64Url(45));
        return claims;
    }

    private Map<String, Object> opaque() {
        Map<String, Object> claims = new TreeMap<>();
        claims.put("aio", RandomId.base64Url(27));
        claims.put("rh", "1." + RandomId.base64Url(33) + ".");
        claims.put("tid", directory.tenant().id());
        claims.put("uti", RandomId.base64Url(16));
        return claims;
    }

    private Map<String, Object> dated(String audience, int version, int seconds, Map<String, Object> others) {
        Instant now = clock.instant();
        long issued = now.minus(BACKDATED).getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", audience);
        claims.put("iss", directory.tenant().issuer(version));
        claims.put("iat", issued);
        claims.put("nbf", issued);
        claims.put("exp", now.getEpochSecond() + seconds);
        claims.putAll(others);
        return claims;
    }

    private static int lifetime() {
        return RandomId.between(SHORTEST_SECONDS, LONGEST_SECONDS + 1);
    }

    private static void putUnlessEmpty(Map<String, Object> claims, String name, List<String> values) {
        if (!values.isEmpty()) {
            claims.put(name, values);
        }
    }

    private static String pairwise(String user, String application) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((user + " at " + application).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    /** The claims about the user in a token of a version. */
    private static Map<String, Object> about(User user, int version) {
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
