package dev.gatehouse.doctor.settings;

import dev.gatehouse.Settings;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.doctor.token.LayerConfiguration;
import dev.gatehouse.redaction.Redaction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Checks app settings against the app's own rules, and then against the deployment.
 *
 * @param deployed the settings of the deployment
 */
public record SettingsExamination(LayerConfiguration deployed) {
    private static final String PREFIX = "GATEHOUSE_";
    private static final List<String> ALL = List.of(
            Settings.LOGIN_ENDPOINT,
            Settings.TENANT_IDS,
            Settings.API_CLIENT_ID,
            Settings.APP_ID_URIS,
            Settings.ALLOWED_CLIENTS,
            Settings.ALLOWED_PRINCIPALS,
            Settings.FORWARDING_GATEWAY);

    /** Read by the library for calls onward, if the app has it. */
    private static final Set<String> OF_CALLS_ONWARD = Set.of(
            "GATEHOUSE_ONWARD_IDENTITY",
            "GATEHOUSE_ONWARD_CERTIFICATE",
            "GATEHOUSE_ONWARD_CERTIFICATE_PASSWORD",
            "GATEHOUSE_ONWARD_SECRET");

    private static final Pattern OF_APP =
            Pattern.compile("(?i)(FUNCTIONS?_(WORKER|EXTENSION)|AzureWebJobs|WEBSITE_).*");

    /** One report for each setting, and one for each unknown setting. */
    public List<SettingReport> of(Map<String, String> settings) {
        List<String> problems =
                Settings.read(settings) instanceof Settings.Reading.Faulty faulty ? faulty.problems() : List.of();
        List<SettingReport> reports = new ArrayList<>();
        ALL.forEach(name -> reports.add(report(name, settings, problems)));
        settings.keySet().stream()
                .filter(name -> name.toUpperCase(Locale.ROOT).startsWith(PREFIX))
                .filter(Predicate.not(ALL::contains))
                .filter(Predicate.not(OF_CALLS_ONWARD::contains))
                .sorted()
                .map(name -> unknown(name, settings.keySet()))
                .forEach(reports::add);
        return reports;
    }

    /**
     * Of a whole app: also what the host reads, and references. Nothing of it where the settings are none of an app, such as the
     * environment of a shell.
     *
     * @param local whether they are of a laptop
     */
    public List<SettingReport> ofApp(Map<String, String> settings, boolean local, Optional<SiteFacts> site) {
        boolean isApp = settings.keySet().stream().anyMatch(OF_APP.asMatchPredicate());
        List<SettingReport> reports = new ArrayList<>();
        if (isApp || site.isPresent()) {
            reports.addAll(new HostSettings(settings, local, site).reports());
        }
        boolean isGuarded = settings.keySet().stream()
                .anyMatch(name -> name.toUpperCase(Locale.ROOT).startsWith(PREFIX));
        if (isGuarded || reports.isEmpty()) {
            Set<String> named = reports.stream().map(SettingReport::setting).collect(Collectors.toSet());
            of(settings).stream()
                    .filter(report -> !named.contains(report.setting()))
                    .forEach(reports::add);
        } else {
            reports.add(SettingReport.note(
                    PREFIX + "...",
                    "",
                    "none is set",
                    "Only if the app uses Gatehouse's guard: set them, as the guard refuses every call without them."));
        }
        return reports;
    }

    private SettingReport report(String name, Map<String, String> settings, List<String> problems) {
        String value = settings.getOrDefault(name, "");
        if (VaultReference.isOne(value)) {
            return VaultReference.report(name, value);
        }
        Optional<String> problem = problems.stream()
                .filter(each -> each.startsWith(name + " "))
                .map(each -> each.substring(name.length() + 1))
                .findFirst();
        return problem.map(wrong ->
                        SettingReport.wrong(name, SettingFormat.of(name), wrong, SettingFormat.fix(name, value, wrong)))
                .orElseGet(() -> compared(name, value));
    }

    /** Compares with the deployment's value; ids that Azure generates cannot be compared. */
    private SettingReport compared(String name, String value) {
        String wanted = deployed.appSettings().getOrDefault(name, "");
        Optional<String> confused = new SwappedIds(deployed.appSettings()).in(name, value);
        if (confused.isPresent()) {
            return SettingReport.wrong(name, SettingFormat.of(name), Redaction.of(value), confused.get());
        }
        String shown = Redaction.of(value.isEmpty() ? "not set" : value);
        if (deployed.isNotKnown(wanted) || same(wanted, value)) {
            return note(name, value).orElseGet(() -> SettingReport.ok(name, shown));
        }
        return SettingReport.differs(
                name,
                wanted.isEmpty() ? "not set (value in the deployment)" : "the value in the deployment: " + wanted,
                shown,
                "Nothing, if this is another environment. Otherwise deploy again, or change the deployment's parameters.");
    }

    private Optional<SettingReport> note(String name, String value) {
        Contract contract = deployed.contract();
        boolean needsUri = name.equals(Settings.APP_ID_URIS)
                && value.isEmpty()
                && contract.tokenVersions().contains("1.0");
        return needsUri
                ? Optional.of(
                        SettingReport.note(
                                name,
                                "the App ID URI, because the contract accepts version 1.0",
                                "not set",
                                "Set it, unless clients request the client id: aud of a version 1 token is the name they request."))
                : Optional.empty();
    }

    private static boolean same(String one, String other) {
        return items(one).equals(items(other));
    }

    private static Set<String> items(String value) {
        Set<String> items = new TreeSet<>();
        for (String item : value.replaceFirst("(?<=\\w)/$", "").split(",", -1)) {
            items.add(item.strip().toLowerCase(Locale.ROOT));
        }
        return new LinkedHashSet<>(items);
    }

    /** Names of settings are case-sensitive. */
    private static SettingReport unknown(String name, Set<String> all) {
        String meant = name.toUpperCase(Locale.ROOT);
        String fix = EditDistance.to(meant, ALL)
                .map(known -> all.contains(known)
                        ? "Remove it: the app reads only " + known + "."
                        : "Did you mean " + known + "?" + (known.equals(meant) ? " Names are case-sensitive." : ""))
                .orElse("Remove it.");
        return SettingReport.wrong(Redaction.of(name), "a setting that the app reads", "unknown setting", fix);
    }

    /**
     * Well-formed ids in the wrong setting.
     *
     * @param deployed the deployment's settings
     */
    private record SwappedIds(Map<String, String> deployed) {

        /** Says what the id is instead and how to fix it; empty when no swap is recognised. */
        Optional<String> in(String name, String value) {
            String id = value.toLowerCase(java.util.Locale.ROOT);
            if (name.equals(Settings.API_CLIENT_ID)) {
                return holds(Settings.TENANT_IDS, id)
                        ? Optional.of("This is the tenant id: use the client id of the API's registration.")
                        : holds(Settings.ALLOWED_CLIENTS, id)
                                ? Optional.of(
                                        "This is the client id of a client: use the client id of the API's registration.")
                                : Optional.empty();
            }
            return name.equals(Settings.ALLOWED_PRINCIPALS) && anyOf(Settings.ALLOWED_CLIENTS, id)
                    ? Optional.of("This is a client id: use object ids (oid) of service principals or users.")
                    : Optional.empty();
        }

        private boolean holds(String setting, String id) {
            return ("," + deployed.getOrDefault(setting, "") + ",").contains("," + id + ",");
        }

        private boolean anyOf(String setting, String ids) {
            return java.util.Arrays.stream(ids.split(",", -1)).anyMatch(id -> holds(setting, id));
        }
    }
}
