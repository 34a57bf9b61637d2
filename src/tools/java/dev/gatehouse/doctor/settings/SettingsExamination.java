package dev.gatehouse.doctor.settings;

import dev.gatehouse.Settings;
import dev.gatehouse.contract.Contract;
import dev.gatehouse.doctor.token.Setup;
import dev.gatehouse.token.Redaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Judges app settings by the app's own rules, and then by what the deployment would set.
 *
 * @param deployed what the deployment says
 */
public record SettingsExamination(Setup deployed) {
    private static final String PREFIX = "GATEHOUSE_";
    private static final List<String> ALL = List.of(
            Settings.LOGIN_ENDPOINT,
            Settings.TENANT_IDS,
            Settings.API_CLIENT_ID,
            Settings.APP_ID_URIS,
            Settings.ALLOWED_CLIENTS,
            Settings.ALLOWED_PRINCIPALS,
            Settings.FORWARDING_GATEWAY);
    private static final Set<String> OF_IDS = Set.of(
            Settings.TENANT_IDS,
            Settings.API_CLIENT_ID,
            Settings.ALLOWED_CLIENTS,
            Settings.ALLOWED_PRINCIPALS,
            Settings.FORWARDING_GATEWAY);
    private static final Set<String> WORDS = Set.of("any", "none");

    /** One report for each setting, and one for each that nobody reads. */
    public List<SettingReport> of(Map<String, String> settings) {
        List<String> problems =
                Settings.read(settings) instanceof Settings.Reading.Faulty faulty ? faulty.problems() : List.of();
        List<SettingReport> reports = new ArrayList<>();
        ALL.forEach(name -> reports.add(report(name, settings, problems)));
        settings.keySet().stream()
                .filter(name -> name.toUpperCase(java.util.Locale.ROOT).startsWith(PREFIX))
                .filter(Predicate.not(ALL::contains))
                .sorted()
                .map(SettingsExamination::unknown)
                .forEach(reports::add);
        return reports;
    }

    private SettingReport report(String name, Map<String, String> settings, List<String> problems) {
        String value = settings.getOrDefault(name, "");
        Optional<String> problem = problems.stream()
                .filter(each -> each.startsWith(name + " "))
                .map(each -> each.substring(name.length() + 1))
                .findFirst();
        return problem.map(wrong -> SettingReport.wrong(name, form(name), wrong, fix(name, value, wrong)))
                .orElseGet(() -> compared(name, value));
    }

    private static String form(String name) {
        if (name.equals(Settings.LOGIN_ENDPOINT)) {
            return "the cloud's login service, such as https://login.microsoftonline.com";
        }
        if (name.equals(Settings.APP_ID_URIS)) {
            return "App ID URIs, separated by single commas";
        }
        return switch (name) {
            case Settings.API_CLIENT_ID -> "a GUID";
            case Settings.FORWARDING_GATEWAY -> "one GUID, or none";
            case Settings.ALLOWED_PRINCIPALS -> "GUIDs, separated by single commas, or any";
            default -> "GUIDs, separated by single commas";
        };
    }

    private static String fix(String name, String value, String problem) {
        if (value.isBlank()) {
            return "Set it: there is no default.";
        }
        if (name.equals(Settings.LOGIN_ENDPOINT)) {
            return Typos.inLoginEndpoint(value).orElse("Write one of those that are known.");
        }
        if (OF_IDS.contains(name)) {
            return Arrays.stream(value.split(",", -1))
                    .filter(Predicate.not(WORDS::contains))
                    .flatMap(id -> Typos.inGuid(id).stream())
                    .findFirst()
                    .orElse("Mend it: it " + problem + ".");
        }
        return "Mend it: it " + problem + ".";
    }

    /** With what the deployment would set; ids that Azure chooses cannot be compared. */
    private SettingReport compared(String name, String value) {
        String wanted = deployed.appSettings().getOrDefault(name, "");
        String shown = Redaction.of(value.isEmpty() ? "not set" : value);
        if (deployed.isNotKnown(wanted) || same(wanted, value)) {
            return note(name, value).orElseGet(() -> SettingReport.ok(name, shown));
        }
        return SettingReport.wrong(
                name,
                wanted.isEmpty() ? "not set, as in the deployment" : "as in the deployment: " + wanted,
                shown,
                "Deploy again, or change the deployment's parameters if this value is meant.");
    }

    private Optional<SettingReport> note(String name, String value) {
        Contract contract = deployed.contract();
        boolean needsUri = name.equals(Settings.APP_ID_URIS)
                && value.isEmpty()
                && contract.tokenVersions().contains("1.0");
        return needsUri
                ? Optional.of(new SettingReport(
                        name,
                        Optional.empty(),
                        "the App ID URI, as the contract accepts version 1.0",
                        "not set",
                        "Set it, unless clients ask for the client id: a version 1 token names what they ask for."))
                : Optional.empty();
    }

    private static boolean same(String one, String other) {
        return items(one).equals(items(other));
    }

    private static Set<String> items(String value) {
        Set<String> items = new TreeSet<>();
        for (String item : value.replaceFirst("(?<=\\w)/$", "").split(",", -1)) {
            items.add(item.strip().toLowerCase(java.util.Locale.ROOT));
        }
        return new LinkedHashSet<>(items);
    }

    private static SettingReport unknown(String name) {
        return SettingReport.wrong(
                Redaction.of(name),
                "one of the names that the app reads",
                "nobody reads it",
                Nearest.to(name, ALL)
                        .map(meant -> "Did you mean " + meant + "?")
                        .orElse("Remove it."));
    }
}
