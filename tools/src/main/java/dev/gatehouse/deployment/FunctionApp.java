package dev.gatehouse.deployment;

import dev.gatehouse.chain.easyauth.EasyAuthSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        new HostSettings(properties, new SiteReader(snapshot, values).identities(), Roles.of(snapshot, values))
                .check(account, values.blobs(account));
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
}
