package dev.gatehouse.check.rules;

import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.ResourceValue;
import java.util.Map;
import java.util.stream.Stream;

/** The built-in authentication of a function app, as {@code authsettingsV2} configures it. */
record AuthSettingsV2(DeployedResource settings) {
    private static final String ENTRA = "properties.identityProviders.azureActiveDirectory";
    private static final String CUSTOM = "customOpenIdConnectProviders";
    private static final String POLICY = ENTRA + ".validation.defaultAuthorizationPolicy";

    static Stream<AuthSettingsV2> all(DeployedFile deployed) {
        return deployed.all(ResourceTypes.SITE_CONFIG)
                .filter(config -> config.ownName().equalsIgnoreCase("authsettingsV2"))
                .map(AuthSettingsV2::new);
    }

    /** The older form of these settings. */
    static Stream<DeployedResource> ofFirstVersion(DeployedFile deployed) {
        return deployed.all(ResourceTypes.SITE_CONFIG)
                .filter(config -> config.ownName().equalsIgnoreCase("authsettings"));
    }

    /** The identity providers other than Entra, including custom ones. */
    Stream<ResourceValue> otherProviders() {
        ResourceValue all = at("identityProviders");
        Stream<ResourceValue> known = all.node().properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals("azureActiveDirectory") && !name.equals(CUSTOM))
                .map(all::named);
        return Stream.concat(known, all.at(CUSTOM).elements().stream());
    }

    ResourceValue issuer() {
        return settings.at(ENTRA + ".registration.openIdIssuer");
    }

    ResourceValue clientId() {
        return settings.at(ENTRA + ".registration.clientId");
    }

    ResourceValue allowedAudiences() {
        return settings.at(ENTRA + ".validation.allowedAudiences");
    }

    ResourceValue allowedApplications() {
        return settings.at(POLICY + ".allowedApplications");
    }

    ResourceValue allowedIdentities() {
        return settings.at(POLICY + ".allowedPrincipals.identities");
    }

    ResourceValue allowedGroups() {
        return settings.at(POLICY + ".allowedPrincipals.groups");
    }

    ResourceValue excludedPaths() {
        return at("globalValidation.excludedPaths");
    }

    ResourceValue at(String path) {
        return settings.at("properties." + path);
    }
}
