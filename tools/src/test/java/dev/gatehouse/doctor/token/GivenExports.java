package dev.gatehouse.doctor.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.deployment.Deployment;
import dev.gatehouse.fixtures.Snapshots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A deployment whose settings were exported from Azure, and tokens for it; a row of a table changes some of them. */
public final class GivenExports {
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Deployment DEPLOYMENT = Deployment.of(Snapshots.read(Snapshots.MAIN));
    private static final List<String> TIMES = List.of("iat", "nbf", "exp");

    private final JsonNode config;

    GivenExports(JsonNode config) {
        this.config = config;
    }

    public static JsonNode table(String name) {
        try {
            return JSON.readTree(
                    Path.of("tools/src/test/resources/doctor", name).toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static GivenExports ofTable() {
        return new GivenExports(table("token-cases.json").path("config"));
    }

    private String of(String name) {
        return config.path(name).asText();
    }

    LayerConfiguration setup(JsonNode row) {
        return LayerConfiguration.azure(Examined.contract(), DEPLOYMENT)
                .withAppSettings(settings(row.path("settings")))
                .withEasyAuth(DEPLOYMENT.easyAuth("auth.json", easyAuth(row.path("easyAuth"))))
                .withNamedValues(namedValues(row.path("values")));
    }

    LayerConfiguration ofPolicies() {
        return LayerConfiguration.azure(Examined.contract(), DEPLOYMENT);
    }

    private Map<String, String> settings(JsonNode changes) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "GATEHOUSE_LOGIN_ENDPOINT", "https://login.microsoftonline.com",
                "GATEHOUSE_TENANT_IDS", of("tenant"),
                "GATEHOUSE_API_CLIENT_ID", of("api"),
                "GATEHOUSE_APP_ID_URIS", of("uri"),
                "GATEHOUSE_ALLOWED_CLIENTS", of("client"),
                "GATEHOUSE_ALLOWED_PRINCIPALS", "any",
                "GATEHOUSE_FORWARDING_GATEWAY", "none"));
        changes.properties()
                .forEach(change ->
                        settings.put(change.getKey(), change.getValue().asText()));
        return settings;
    }

    private Map<String, String> namedValues(JsonNode changes) {
        Map<String, String> values = new HashMap<>(Map.of(
                "tenant-id",
                of("tenant"),
                "login-endpoint",
                "https://login.microsoftonline.com",
                "sts-endpoint",
                "https://sts.windows.net",
                "token-version",
                "2.0",
                "other-token-version",
                "2.0",
                "allowed-clients",
                of("client"),
                "audience",
                of("api"),
                "v1-audience",
                of("api")));
        changes.properties()
                .forEach(change -> values.put(change.getKey(), change.getValue().asText()));
        return values;
    }

    private JsonNode easyAuth(JsonNode changes) {
        ObjectNode settings = JSON.createObjectNode();
        settings.putObject("platform").put("enabled", true);
        settings.putObject("globalValidation")
                .put("requireAuthentication", true)
                .put("unauthenticatedClientAction", "Return401");
        ObjectNode entra = settings.putObject("identityProviders").putObject("azureActiveDirectory");
        entra.putObject("registration")
                .put("clientId", changes.path("client").asText(of("api")))
                .put("openIdIssuer", changes.path("issuer").asText(of("issuer")));
        ObjectNode validation = entra.put("enabled", true).putObject("validation");
        validation.set(
                "allowedAudiences", changes.path("audiences").isArray() ? changes.path("audiences") : list(of("api")));
        ObjectNode policy = validation.putObject("defaultAuthorizationPolicy");
        policy.set("allowedApplications", changes.path("apps").isArray() ? changes.path("apps") : list(of("client")));
        if (changes.path("identities").isArray()) {
            policy.putObject("allowedPrincipals").set("identities", changes.path("identities"));
        }
        return JSON.createObjectNode().set("properties", settings);
    }

    private static JsonNode list(String only) {
        return JSON.createArrayNode().add(only);
    }

    /** A valid token of an app with every role, changed as the row says: null removes a claim, times are relative. */
    String token(JsonNode row) {
        ObjectNode claims = JSON.createObjectNode()
                .put("ver", "2.0")
                .put("iss", of("issuer"))
                .put("aud", of("api"))
                .put("tid", of("tenant"))
                .put("azp", of("client"))
                .put("azpacr", "1")
                .put("oid", of("oid"))
                .put("sub", of("oid"))
                .put("iat", -60)
                .put("nbf", -60)
                .put("exp", 3600)
                .put("uti", "u");
        claims.putArray("roles")
                .add("Accounts.Read")
                .add("Accounts.Write")
                .add("Accounts.Provision")
                .add("Accounts.Delete");
        row.path("claims").properties().forEach(change -> claims.set(change.getKey(), change.getValue()));
        claims.properties().removeIf(claim -> claim.getValue().isNull());
        TIMES.forEach(time ->
                claims.put(time, claims.path(time).asLong() + CLOCK.instant().getEpochSecond()));
        ObjectNode header =
                JSON.createObjectNode().put("typ", "JWT").put("alg", "RS256").put("kid", "kWbkWb");
        row.path("header").properties().forEach(change -> header.set(change.getKey(), change.getValue()));
        String token = part(header.toString().getBytes(StandardCharsets.UTF_8)) + "."
                + part(claims.toString().getBytes(StandardCharsets.UTF_8)) + "." + part(new byte[256]);
        return row.path("wrap").asText("%s").replace("%s", token);
    }

    private static String part(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
