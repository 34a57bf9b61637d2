package dev.gatehouse.test;

import dev.gatehouse.Settings;
import dev.gatehouse.middleware.Caller;
import dev.gatehouse.token.TokenVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** The claims that Entra puts into access tokens (https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference). */
record EntraClaims(Settings settings) {
    private static final Duration BACKDATED = Duration.ofMinutes(5);
    private static final Duration LIFETIME = Duration.ofHours(1);

    Map<String, Object> of(Caller caller, TokenVersion version, Instant now) {
        boolean first = version == TokenVersion.V1;
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", first ? versionOneAudience() : settings.apiClientId());
        claims.put("iss", issuer(settings, caller.tenant(), version));
        claims.put("iat", now.minus(BACKDATED).getEpochSecond());
        claims.put("nbf", now.minus(BACKDATED).getEpochSecond());
        claims.put("exp", now.plus(LIFETIME).getEpochSecond());
        claims.put("tid", caller.tenant());
        claims.put("uti", UUID.randomUUID().toString());
        claims.put("ver", version.claim());
        claims.put(version.clientClaim(), caller.client());
        claims.put(first ? "appidacr" : "azpacr", "1");
        claims.put("oid", caller.objectId());
        claims.put("sub", caller.isUser() ? "of " + caller.objectId() : caller.objectId());
        if (caller.isUser()) {
            claims.put("scp", String.join(" ", new TreeSet<>(caller.scopes())));
        }
        if (!caller.roles().isEmpty()) {
            claims.put("roles", new TreeSet<>(caller.roles()).stream().toList());
        }
        return claims;
    }

    /** The issuer's name for one tenant, which may be a template's place. */
    static String issuer(Settings settings, String tenant, TokenVersion version) {
        return version == TokenVersion.V1
                ? "https://sts.windows.net/" + tenant + "/"
                : settings.loginEndpoint() + "/" + tenant + "/v2.0";
    }

    private String versionOneAudience() {
        return settings.appIdUris().stream().sorted().findFirst().orElse(settings.apiClientId());
    }
}
