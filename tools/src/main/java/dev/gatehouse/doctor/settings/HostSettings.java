package dev.gatehouse.doctor.settings;

import dev.gatehouse.redaction.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The settings that the Functions host itself reads
 * (https://learn.microsoft.com/azure/azure-functions/functions-app-settings).
 *
 * @param site empty where it was not given
 */
record HostSettings(Map<String, String> settings, boolean local, Optional<SiteFacts> site) {
    private static final String RUNTIME = "FUNCTIONS_WORKER_RUNTIME";
    private static final String VERSION = "FUNCTIONS_EXTENSION_VERSION";
    private static final String SECRETS = "AzureWebJobsSecretStorageType";
    private static final String SECRET_VAULT = "AzureWebJobsSecretStorageKeyVaultUri";
    private static final Set<String> SECRET_TYPES = Set.of("files", "blob", "keyvault", "kubernetes");

    /** Names that people misspell; others are the app's own. */
    private static final List<String> KNOWN = List.of(
            RUNTIME,
            VERSION,
            "AzureWebJobsStorage",
            SECRETS,
            SECRET_VAULT,
            "AzureWebJobsFeatureFlags",
            "APPLICATIONINSIGHTS_CONNECTION_STRING",
            "WEBSITE_RUN_FROM_PACKAGE",
            "WEBSITE_CONTENTAZUREFILECONNECTIONSTRING",
            "WEBSITE_CONTENTSHARE",
            "FUNCTIONS_WORKER_JAVA_LOAD_APP_LIBS",
            "JAVA_OPTS");

    private static final int FARTHEST = 3;

    /** Settings that exist beside the known ones and differ from them by few letters. */
    private static final Set<String> OTHERS = Set.of(
            "AzureWebJobsDashboard",
            "FUNCTIONS_WORKER_RUNTIME_VERSION",
            "JAVA_HOME",
            "JAVA_VERSION",
            "WEBSITE_CONTENTOVERVNET");

    /**
     * What Flex Consumption refuses at creation, or ignores
     * (https://learn.microsoft.com/azure/azure-functions/functions-app-settings#flex-consumption-plan-deprecations).
     */
    private static final Set<String> NOT_ON_FLEX = Set.of(
            RUNTIME,
            "FUNCTIONS_WORKER_RUNTIME_VERSION",
            VERSION,
            "FUNCTIONS_MAX_HTTP_CONCURRENCY",
            "WEBSITE_CONTENTAZUREFILECONNECTIONSTRING",
            "WEBSITE_CONTENTSHARE",
            "WEBSITE_CONTENTOVERVNET",
            "WEBSITE_NODE_DEFAULT_VERSION",
            "WEBSITE_RUN_FROM_PACKAGE",
            "WEBSITE_SKIP_CONTENTSHARE_VALIDATION",
            "WEBSITE_VNET_ROUTE_ALL",
            "WEBSITE_MAX_DYNAMIC_APPLICATION_SCALE_OUT",
            "ENABLE_ORYX_BUILD",
            "SCM_DO_BUILD_DURING_DEPLOYMENT",
            "WEBSITE_TIME_ZONE",
            "TZ");

    private static final Pattern VERSION_4 = Pattern.compile("~4(-preview)?");

    List<SettingReport> reports() {
        List<SettingReport> reports = new ArrayList<>();
        settings.keySet().stream().sorted().forEach(name -> misspelt(name).ifPresent(reports::add));
        boolean flex = site.filter(SiteFacts::isFlex).isPresent();
        if (flex) {
            flex(reports);
        } else {
            runtime(reports);
            version(reports);
        }
        boolean storageIsMisspelt =
                reports.stream().anyMatch(report -> report.expected().equals(StorageSettings.STORAGE));
        reports.addAll(storageIsMisspelt ? List.of() : StorageSettings.of(settings, local));
        secrets(reports);
        settings.forEach((name, value) -> {
            if (VaultReference.isOne(value)) {
                reports.add(VaultReference.report(name, value));
            }
        });
        site.ifPresent(facts -> reports.addAll(facts.reports()));
        return reports;
    }

    private Optional<SettingReport> misspelt(String name) {
        if (KNOWN.contains(name) || OTHERS.contains(name) || name.contains("__")) {
            return Optional.empty();
        }
        return KNOWN.stream()
                .filter(known -> !settings.containsKey(known))
                .filter(known -> isNear(name, known))
                .findFirst()
                .map(known -> SettingReport.wrong(
                        Redaction.of(name),
                        known,
                        "a name that the host does not read",
                        "Rename it to " + known + ", and restart the app."));
    }

    private static boolean isNear(String name, String known) {
        String upper = name.toUpperCase(Locale.ROOT).replace("-", "_");
        boolean sameWords = upper.equals(known.toUpperCase(Locale.ROOT));
        return !name.equals(known)
                && (sameWords && !name.equalsIgnoreCase(known)
                        || !sameWords && EditDistance.distance(upper, known.toUpperCase(Locale.ROOT)) <= FARTHEST);
    }

    private void runtime(List<SettingReport> reports) {
        String value = settings.getOrDefault(RUNTIME, "");
        if (value.isEmpty()) {
            String fix = "Set it to java: without it, the host finds no job functions.";
            reports.add(
                    local || site.isPresent()
                            ? SettingReport.wrong(RUNTIME, "java", "not set", fix)
                            : SettingReport.note(
                                    RUNTIME,
                                    "java, except on Flex Consumption, where functionAppConfig names the runtime",
                                    "not set",
                                    fix + " On Flex Consumption leave it out; give --site to tell."));
        } else if (!VaultReference.isOne(value)) {
            reports.add(
                    value.equals("java")
                            ? SettingReport.ok(RUNTIME, value)
                            : SettingReport.wrong(
                                    RUNTIME,
                                    "java",
                                    Redaction.of(value),
                                    "Set it to java: with another worker, the host finds no function of a Java app."));
        }
    }

    private void version(List<SettingReport> reports) {
        String value = settings.getOrDefault(VERSION, "");
        if (value.isEmpty()) {
            if (!local) {
                reports.add(SettingReport.note(
                        VERSION, "~4", "not set", "Set it to ~4: the default depends on how the app was created."));
            }
        } else if (VERSION_4.matcher(value).matches()) {
            reports.add(SettingReport.ok(VERSION, value));
        } else if (value.matches("4\\.\\d+.*")) {
            reports.add(SettingReport.note(
                    VERSION, "~4", Redaction.of(value), "Set it to ~4: a pinned host gets no security fixes."));
        } else {
            reports.add(SettingReport.wrong(
                    VERSION,
                    "~4",
                    Redaction.of(value),
                    "Set it to ~4: other major versions of the host are not supported, and Java 17 runs on 4 only."));
        }
    }

    private void flex(List<SettingReport> reports) {
        settings.keySet().stream()
                .filter(NOT_ON_FLEX::contains)
                .sorted()
                .forEach(
                        name -> reports.add(
                                SettingReport.wrong(
                                        name,
                                        "not set",
                                        "set on Flex Consumption",
                                        "Remove it: Flex Consumption refuses or ignores this setting; runtime, version and scale belong in functionAppConfig.")));
    }

    private void secrets(List<SettingReport> reports) {
        String type = settings.getOrDefault(SECRETS, "");
        if (!type.isEmpty() && !SECRET_TYPES.contains(type.toLowerCase(Locale.ROOT))) {
            reports.add(SettingReport.wrong(
                    SECRETS,
                    "files, blob, keyvault or kubernetes",
                    Redaction.of(type),
                    "Write one of them; without it, keys are in blob."));
        }
        if (type.equalsIgnoreCase("keyvault")
                && settings.getOrDefault(SECRET_VAULT, "").isEmpty()) {
            reports.add(SettingReport.wrong(
                    SECRET_VAULT,
                    "https://VAULT.vault.azure.net",
                    "not set",
                    "Set it: version 4 of the host reads the vault's address from it"
                            + (settings.containsKey("AzureWebJobsSecretStorageKeyVaultName")
                                    ? ", not from ...KeyVaultName."
                                    : ".")));
        }
        String vault = settings.getOrDefault(SECRET_VAULT, "");
        if (!vault.isEmpty() && !vault.matches("https://[A-Za-z0-9-]{3,24}\\.vault\\.[a-z.]+/?")) {
            reports.add(SettingReport.wrong(
                    SECRET_VAULT,
                    "https://VAULT.vault.azure.net",
                    Redaction.of(vault),
                    "Write the vault's address, without a secret."));
        }
        if (type.equalsIgnoreCase("files") && !local) {
            reports.add(SettingReport.note(
                    SECRETS,
                    "",
                    type,
                    "Keys are in the app's files, for each slot its own: after a swap, the keys that callers know"
                            + " may be those of the other slot."));
        }
    }
}
