package dev.gatehouse.deployment;

import dev.gatehouse.chain.easyauth.EasyAuthSettings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the function app: its settings, its keys, and where its Easy Auth is configured. */
record FunctionApp(Snapshot snapshot, LocalValues values) {
    private static final String VAULT_REFERENCE = "@Microsoft.KeyVault(";
    private static final String SETTINGS = "appsettings";
    private static final String EASY_AUTH = "authsettingsV2";
    private static final List<String> CONFIGS = List.of(SETTINGS, EASY_AUTH);

    /** Exactly what the deployment sets: what the platform adds is not among them. */
    Map<String, String> settings() {
        DeployedResource config = config(SETTINGS)
                .orElseThrow(() -> new DeploymentFault(
                        snapshot.name() + ": has no resource " + ResourceTypes.SITE_CONFIG + " '" + SETTINGS + "'"));
        Properties properties = Properties.of(config, values);
        DeployedResource account = snapshot.required(ResourceTypes.STORAGE);
        Identities identities = new SiteReader(snapshot, values).identities();
        Roles roles = Roles.of(snapshot, values);
        new HostSettings(properties, identities, roles).check(account, values.blobs(account));
        new TableSettings(properties, identities, roles)
                .check(values.tables(account), snapshot.resources(ResourceTypes.TABLE));
        Map<String, String> settings = properties.all();
        settings.forEach((name, value) -> {
            if (value.startsWith(VAULT_REFERENCE)) {
                throw properties.fault(name, "is a Key Vault reference, which is not resolved on this machine");
            }
        });
        return settings;
    }

    /** The host keys that the deployment makes, by name. */
    Map<String, String> keys() {
        return snapshot.resources(ResourceTypes.FUNCTION_KEY).stream()
                .collect(Collectors.toUnmodifiableMap(DeployedResource::ownName, this::key));
    }

    private String key(DeployedResource resource) {
        Properties key = Properties.of(resource, values).without("name");
        String value = key.required("value");
        key.end();
        return value;
    }

    /** Empty where it is not configured, or off. */
    Optional<EasyAuthSettings> easyAuth() {
        return config(EASY_AUTH).flatMap(new EasyAuthReader(values)::settings);
    }

    private Optional<DeployedResource> config(String name) {
        List<DeployedResource> all = snapshot.resources(ResourceTypes.SITE_CONFIG);
        all.stream()
                .filter(each -> CONFIGS.stream().noneMatch(each.ownName()::equalsIgnoreCase))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new DeploymentFault(unknown.place() + ": is not supported here; supported: " + CONFIGS);
                });
        return all.stream()
                .filter(each -> each.ownName().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Client ids of the identities that the app has. */
    List<String> identities() {
        return new SiteReader(snapshot, values).identities().clientIds();
    }

    /** Verifies that Azure would accept the app settings, and that the Functions host would start with them. */
    private record HostSettings(Properties settings, Identities identities, Roles roles) {
        private static final String STORAGE = "AzureWebJobsStorage";
        private static final String TELEMETRY = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";
        private static final Pattern CLIENT = Pattern.compile("ClientId=([^;]*)");

        /** Settings whose value is an identity's client id. */
        private static final Set<String> IDENTITIES =
                Set.of("AZURE_CLIENT_ID", "GATEHOUSE_ONWARD_IDENTITY", "ACCOUNTS_IDENTITY");

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
            if (name.endsWith("__clientId") || IDENTITIES.contains(name)) {
                identities.byClientId(settings, name, value);
            } else if (name.equals(TELEMETRY) && telemetry.find()) {
                identities.byClientId(settings, name, telemetry.group(1));
            }
        }
    }
}
