package dev.gatehouse.check.rules;

import static dev.gatehouse.check.rules.ExpectedValue.not;
import static dev.gatehouse.check.rules.ExpectedValue.orLeftOut;
import static dev.gatehouse.check.rules.ExpectedValue.stated;

import dev.gatehouse.check.Rule;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.ResourceValue;
import java.util.List;

/** What the function app stores, and what it reports. */
final class StorageRules {
    static final List<Rule> ALL = List.of(
            new Rule(
                    "shared-key-access",
                    "Anyone with an account key can read and write everything, and cannot be identified."
                            + DocLinks.STORAGE,
                    "Set allowSharedKeyAccess to false, and use identities.",
                    new Property(ResourceTypes.STORAGE, "properties.allowSharedKeyAccess", stated("false"))),
            new Rule(
                    "public-blobs",
                    "Anyone can read them without signing in." + DocLinks.STORAGE,
                    "Set allowBlobPublicAccess to false and publicAccess of containers to None.",
                    Property.all(
                            new Property(ResourceTypes.STORAGE, "properties.allowBlobPublicAccess", orLeftOut("false")),
                            new Property(ResourceTypes.CONTAINER, "properties.publicAccess", orLeftOut("None")))),
            new Rule(
                    "storage-over-http",
                    "Stored data, and the tokens for it, can be sent unencrypted." + DocLinks.STORAGE,
                    "Remove supportsHttpsTrafficOnly, or set it to true.",
                    new Property(ResourceTypes.STORAGE, "properties.supportsHttpsTrafficOnly", not("false"))),
            new Rule(
                    "app-insights-local-auth",
                    "Anyone with the instrumentation key, which is not a secret, can write false telemetry and hide an"
                            + " attack in it." + DocLinks.INSIGHTS,
                    "Set DisableLocalAuth to true, give the identities Monitoring Metrics Publisher, and the logger a connectionString with identityClientId.",
                    (deployed, notes) -> {
                        new Property("Microsoft.Insights/components", "properties.DisableLocalAuth", stated("true"))
                                .of(deployed, notes);
                        deployed.all(ResourceTypes.GATEWAY + "/loggers")
                                .map(logger -> logger.at("properties.credentials.instrumentationKey"))
                                .filter(key -> !key.isEmpty() && isKeyItself(key))
                                .forEach(key -> notes.found(key.place(), "the logger uses the instrumentation key"));
                    }));

    private StorageRules() {}

    /** Not where the whole of the credentials is unknown. */
    private static boolean isKeyItself(ResourceValue key) {
        return key.place().within().endsWith("instrumentationKey");
    }
}
