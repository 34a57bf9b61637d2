package dev.gatehouse.deployment;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Verifies that Azure would accept the app settings, and that the Functions host would start with them. */
record HostSettings(Properties settings, Identities identities, Roles roles) {
    private static final String STORAGE = "AzureWebJobsStorage";
    private static final String TELEMETRY = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";
    private static final Pattern CLIENT = Pattern.compile("ClientId=([^;]*)");

    /** Settings that Flex Consumption sets itself; it rejects an app that sets them (Azure Functions, app settings reference). */
    private static final Set<String> FLEX_SETS = Set.of(
            "FUNCTIONS_WORKER_RUNTIME",
            "FUNCTIONS_EXTENSION_VERSION",
            "WEBSITE_RUN_FROM_PACKAGE",
            "WEBSITE_CONTENTAZUREFILECONNECTIONSTRING",
            "WEBSITE_CONTENTSHARE",
            "SCM_DO_BUILD_DURING_DEPLOYMENT",
            "ENABLE_ORYX_BUILD",
            "WEBSITE_TIME_ZONE",
            "TZ");

    /** @param blobs the address of its storage account's blobs */
    void check(DeployedResource account, String blobs) {
        settings.names().forEach(this::taken);
        settings.names().forEach(this::identity);
        storage(blobs);
        String name = STORAGE + "__clientId";
        DeployedResource identity = identities.byClientId(settings, name, settings.required(name));
        roles.require(BuiltInRole.STORAGE_BLOB_DATA_OWNER, identity, account, settings, name);
    }

    private void taken(String name) {
        if (FLEX_SETS.contains(name.toUpperCase(Locale.ROOT))) {
            throw settings.fault(name, "is rejected by Flex Consumption, which sets it itself: remove it");
        }
        if (name.equals(STORAGE)) {
            throw settings.fault(name, "contains a key: remove it, and use " + STORAGE + "__… with an identity");
        }
    }

    private void storage(String blobs) {
        String address = STORAGE + "__blobServiceUri";
        if (!blobs.equals(settings.member(address).text().orElse(""))) {
            throw settings.fault(
                    address,
                    "is not the address of this deployment's storage account, " + blobs
                            + ": in Azure the Functions host would not start");
        }
        settings.exactly(STORAGE + "__credential", "managedidentity");
    }

    /** An identity that a setting names must be assigned to the app. */
    private void identity(String name) {
        String value = settings.required(name);
        Matcher telemetry = CLIENT.matcher(value);
        if (name.endsWith("__clientId") || name.equals("AZURE_CLIENT_ID")) {
            identities.byClientId(settings, name, value);
        } else if (name.equals(TELEMETRY) && telemetry.find()) {
            identities.byClientId(settings, name, telemetry.group(1));
        }
    }
}
