package dev.gatehouse.local.deployment;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the function app: its settings, its keys, and where its Easy Auth is configured. */
record FunctionApp(Snapshot snapshot, LocalValues values) {
    private static final String VAULT_REFERENCE = "@Microsoft.KeyVault(";

    /** Exactly what the deployment sets: what the platform adds is not among them. */
    Map<String, String> settings() {
        Properties site =
                Properties.of(snapshot.required(Counterparts.SITE), values).object("siteConfig");
        if (site.names().contains("appSettings")) {
            throw site.fault("appSettings", "is not read here: use the resource sites/config 'appsettings'");
        }
        Properties properties = Properties.of(config("appsettings"), values);
        Map<String, String> settings = properties.all();
        settings.forEach((name, value) -> {
            if (value.startsWith(VAULT_REFERENCE)) {
                throw properties.fault(name, "is a key vault reference, which no platform resolves on this machine");
            }
        });
        return settings;
    }

    /** The host keys that the deployment makes, by name. */
    Map<String, String> keys() {
        return snapshot.resources(Counterparts.FUNCTION_KEY).stream()
                .collect(Collectors.toUnmodifiableMap(
                        Resource::ownName, key -> Properties.of(key, values).required("value")));
    }

    List<Resource> easyAuth() {
        return configs("authsettingsV2");
    }

    private Resource config(String name) {
        return configs(name).stream()
                .findFirst()
                .orElseThrow(() -> new DeploymentFault(
                        snapshot.name() + ": has no resource " + Counterparts.SITE_CONFIG + " '" + name + "'"));
    }

    private List<Resource> configs(String name) {
        return snapshot.resources(Counterparts.SITE_CONFIG).stream()
                .filter(each -> each.ownName().equalsIgnoreCase(name))
                .toList();
    }
}
