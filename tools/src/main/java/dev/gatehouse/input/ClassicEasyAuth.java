package dev.gatehouse.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Easy Auth's settings of version 1, as {@code az webapp auth-classic show} prints them, in the form of {@code authsettingsV2}
 * (https://learn.microsoft.com/azure/app-service/configure-authentication-api-version).
 */
public final class ClassicEasyAuth {
    /** What to say of them. */
    public static final String UPGRADE =
            "These are classic (version 1) settings of Easy Auth, which know no allowedApplications:"
                    + " upgrade with az webapp auth config-version upgrade --resource-group GROUP --name APP.";

    private static final ObjectMapper JSON = new ObjectMapper();

    private ClassicEasyAuth() {}

    /** Empty when they are not of version 1. */
    public static Optional<JsonNode> upgraded(JsonNode exported) {
        JsonNode classic = exported.path("properties").isObject() ? exported.path("properties") : exported;
        if (classic.has("identityProviders")
                || classic.has("platform")
                || !classic.has("unauthenticatedClientAction") && !classic.has("allowedAudiences")) {
            return Optional.empty();
        }
        ObjectNode settings = JSON.createObjectNode();
        settings.putObject("platform").put("enabled", classic.path("enabled").asBoolean());
        ObjectNode global = settings.putObject("globalValidation");
        boolean allows = !classic.path("unauthenticatedClientAction")
                .asText("AllowAnonymous")
                .matches("RedirectToLoginPage|0");
        global.put("requireAuthentication", !allows);
        global.put("unauthenticatedClientAction", allows ? "AllowAnonymous" : "RedirectToLoginPage");
        ObjectNode entra = settings.putObject("identityProviders").putObject("azureActiveDirectory");
        entra.put("enabled", true);
        entra.putObject("registration")
                .put("openIdIssuer", classic.path("issuer").asText(""))
                .put("clientId", classic.path("clientId").asText(""));
        if (classic.path("allowedAudiences").isArray()) {
            entra.putObject("validation").set("allowedAudiences", classic.path("allowedAudiences"));
        }
        return Optional.of(settings);
    }
}
