package dev.gatehouse.check.rules;

import static dev.gatehouse.check.rules.ExpectedValue.not;
import static dev.gatehouse.check.rules.ExpectedValue.orLeftOut;
import static dev.gatehouse.check.rules.ExpectedValue.stated;

import dev.gatehouse.check.Rule;
import dev.gatehouse.deployment.ResourceTypes;
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
                            new Property(ResourceTypes.STORAGE, "properties.allowBlobPublicAccess", stated("false")),
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
                    "Set DisableLocalAuth to true, and give the identities Monitoring Metrics Publisher.",
                    new Property("Microsoft.Insights/components", "properties.DisableLocalAuth", stated("true"))));

    private StorageRules() {}
}
