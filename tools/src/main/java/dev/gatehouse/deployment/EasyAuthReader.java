package dev.gatehouse.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.chain.easyauth.EasyAuthSettings;
import dev.gatehouse.chain.easyauth.EasyAuthSettings.Access;
import dev.gatehouse.chain.easyauth.EasyAuthSettings.AuthorizationPolicy;
import dev.gatehouse.chain.easyauth.EasyAuthSettings.Unauthenticated;
import dev.gatehouse.input.ClassicEasyAuth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code authsettingsV2}: a setting that the local Easy Auth cannot apply stops the start. */
record EasyAuthReader(LocalValues values) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENTRA = "/identityProviders/azureActiveDirectory";

    /** Of an export: all settings that affect bearer tokens; one of these that cannot be read is a fault. */
    private static final List<String> DECIDING = List.of(
            "/platform/enabled",
            "/globalValidation/requireAuthentication",
            "/globalValidation/unauthenticatedClientAction",
            "/globalValidation/excludedPaths",
            ENTRA + "/enabled",
            ENTRA + "/registration/openIdIssuer",
            ENTRA + "/registration/clientId",
            ENTRA + "/validation/allowedAudiences",
            ENTRA + "/validation/defaultAuthorizationPolicy/allowedApplications",
            ENTRA + "/validation/defaultAuthorizationPolicy/allowedPrincipals/identities");

    /** Empty where the platform is off: then no token is checked. */
    Optional<EasyAuthSettings> settings(DeployedResource config) {
        Properties properties = Properties.of(config, values);
        Properties platform = properties.object("platform").without("runtimeVersion");
        boolean isOn = platform.member("enabled").flag(false);
        EasyAuthSettings settings = settings(properties);
        other(properties);
        properties.end();
        return isOn ? Optional.of(settings) : Optional.empty();
    }

    private static EasyAuthSettings settings(Properties properties) {
        Properties entra = properties.object("identityProviders").object("azureActiveDirectory");
        Properties registration = entra.only("enabled", "true").object("registration");
        entra.object("login").only("disableWWWAuthenticate", "false");
        Properties validation = entra.object("validation");
        return new EasyAuthSettings(
                registration.required("openIdIssuer"),
                registration.required("clientId"),
                Set.copyOf(validation.texts("allowedAudiences")),
                policy(validation.object("defaultAuthorizationPolicy")),
                access(properties.object("globalValidation")));
    }

    private static AuthorizationPolicy policy(Properties policy) {
        return new AuthorizationPolicy(
                configured(policy.texts("allowedApplications")),
                configured(policy.object("allowedPrincipals").texts("identities")));
    }

    /** An empty list is not configured, and allows all. */
    private static Optional<Set<String>> configured(List<String> ids) {
        return ids.isEmpty() ? Optional.empty() : Optional.of(Set.copyOf(ids));
    }

    private static Access access(Properties global) {
        List<String> excluded = global.texts("excludedPaths");
        if (excluded.stream().anyMatch(path -> path.contains("*"))) {
            throw global.fault("excludedPaths", "contains a wildcard: its meaning in Azure is not documented");
        }
        String action = global.required("unauthenticatedClientAction");
        boolean isRequired = global.member("requireAuthentication").flag(false);
        Unauthenticated unauthenticated =
                switch (action) {
                    case "Return401" -> Unauthenticated.RETURN_401;
                    case "Return403" -> Unauthenticated.RETURN_403;
                    case "AllowAnonymous" -> Unauthenticated.ALLOW;
                    default ->
                        throw global.fault(
                                "unauthenticatedClientAction",
                                "is " + action + ": on this machine it must be Return401, Return403 or AllowAnonymous");
                };
        return new Access(isRequired ? unauthenticated : Unauthenticated.ALLOW, Set.copyOf(excluded));
    }

    private static void other(Properties properties) {
        properties.object("login").object("tokenStore").only("enabled", "false");
        Properties http = properties.object("httpSettings").only("requireHttps", "true");
        http.object("routes").only("apiPrefix", "/.auth");
        http.object("forwardProxy").only("convention", "NoProxy");
    }

    /** As Azure exports it: the resource, or its properties. */
    Optional<EasyAuthSettings> settings(String name, JsonNode given) {
        JsonNode exported = ClassicEasyAuth.upgraded(given).orElse(given);
        JsonNode properties = exported.path("properties").isObject() ? exported.path("properties") : exported;
        if (!properties.at(ENTRA).isObject()) {
            throw new DeploymentFault(name + ": has no identityProviders.azureActiveDirectory; export it with az webapp"
                    + " auth show, or az rest on .../config/authsettingsV2");
        }
        ObjectNode body =
                JSON.createObjectNode().put("type", ResourceTypes.SITE_CONFIG).put("name", "authsettingsV2");
        ObjectNode kept = body.putObject("properties");
        DECIDING.forEach(path -> keep(kept, path, properties.at(path)));
        asForTokens(kept);
        return settings(DeployedResource.of(Location.of(name), body))
                .map(read -> read.with(withGroups(name, read.policy(), properties.at(ENTRA + "/validation"))));
    }

    /** Groups and the checks of claims, which the local chain does not deploy: each narrows who is accepted. */
    private static AuthorizationPolicy withGroups(String name, AuthorizationPolicy policy, JsonNode validation) {
        Optional<Set<String>> clients = ids(name, validation, "/jwtClaimChecks/allowedClientApplications");
        return new AuthorizationPolicy(
                policy.allowedApplications()
                        .map(listed -> clients.map(both -> common(listed, both)).orElse(listed))
                        .or(() -> clients),
                policy.allowedIdentities(),
                Stream.of("/defaultAuthorizationPolicy/allowedPrincipals/groups", "/jwtClaimChecks/allowedGroups")
                        .flatMap(path -> ids(name, validation, path).stream())
                        .toList());
    }

    private static Set<String> common(Set<String> one, Set<String> other) {
        return one.stream().filter(other::contains).collect(Collectors.toSet());
    }

    /** Empty where the list is absent, null or empty: then it is not configured. */
    private static Optional<Set<String>> ids(String name, JsonNode validation, String path) {
        JsonNode list = validation.at(path);
        if (list.isMissingNode() || list.isNull() || list.isArray() && list.isEmpty()) {
            return Optional.empty();
        }
        Set<String> ids = new HashSet<>();
        list.forEach(id -> ids.add(id.isTextual() ? id.asText() : ""));
        if (!list.isArray() || ids.contains("")) {
            throw new DeploymentFault(name + ": " + ENTRA + "/validation" + path + " is not a list of ids");
        }
        return Optional.of(ids);
    }

    /**
     * A redirect or a 404 instead of 401 for callers without a valid token decides nothing about tokens, nor do paths that need
     * none.
     */
    private static void asForTokens(ObjectNode kept) {
        if (kept.path("globalValidation") instanceof ObjectNode global) {
            String action = global.path("unauthenticatedClientAction").asText("");
            if (action.isEmpty() || action.equals("RedirectToLoginPage") || action.equals("Return404")) {
                global.put("unauthenticatedClientAction", "Return401");
            }
            global.remove("excludedPaths");
        }
    }

    private static void keep(ObjectNode root, String path, JsonNode value) {
        if (value.isMissingNode() || value.isNull() || value.isArray() && value.isEmpty()) {
            return;
        }
        String[] names = path.substring(1).split("/", -1);
        ObjectNode parent = root;
        for (int i = 0; i < names.length - 1; i++) {
            parent = parent.withObjectProperty(names[i]);
        }
        parent.set(names[names.length - 1], value);
    }
}
