package dev.gatehouse.check.rules;

import dev.gatehouse.check.deployed.Deployed;
import dev.gatehouse.check.deployed.Resource;
import dev.gatehouse.check.deployed.Value;
import java.util.Map;
import java.util.stream.Stream;

/** The built-in authentication of a function app, as {@code authsettingsV2} configures it. */
record EasyAuth(Resource settings) {
    private static final String ENTRA = "properties.identityProviders.azureActiveDirectory";
    private static final String CUSTOM = "customOpenIdConnectProviders";
    private static final String POLICY = ENTRA + ".validation.defaultAuthorizationPolicy";

    static Stream<EasyAuth> all(Deployed deployed) {
        return deployed.all("Microsoft.Web/sites/config")
                .filter(config -> config.ownName().equalsIgnoreCase("authsettingsV2"))
                .map(EasyAuth::new);
    }

    /** The identity providers that are not Entra, those of one's own among them. */
    Stream<Value> otherProviders() {
        Value all = at("identityProviders");
        Stream<Value> known = all.node().properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals("azureActiveDirectory") && !name.equals(CUSTOM))
                .map(all::named);
        return Stream.concat(known, all.at(CUSTOM).elements().stream());
    }

    Value issuer() {
        return settings.at(ENTRA + ".registration.openIdIssuer");
    }

    Value clientId() {
        return settings.at(ENTRA + ".registration.clientId");
    }

    Value allowedAudiences() {
        return settings.at(ENTRA + ".validation.allowedAudiences");
    }

    Value allowedApplications() {
        return settings.at(POLICY + ".allowedApplications");
    }

    Value allowedIdentities() {
        return settings.at(POLICY + ".allowedPrincipals.identities");
    }

    Value allowedGroups() {
        return settings.at(POLICY + ".allowedPrincipals.groups");
    }

    Value excludedPaths() {
        return at("globalValidation.excludedPaths");
    }

    Value at(String path) {
        return settings.at("properties." + path);
    }
}
