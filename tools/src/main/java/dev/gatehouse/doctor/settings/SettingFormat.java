package dev.gatehouse.doctor.settings;

import dev.gatehouse.Settings;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The required format of each setting, and how to fix a value. */
final class SettingFormat {
    private static final Set<String> OF_IDS = Set.of(
            Settings.TENANT_IDS,
            Settings.API_CLIENT_ID,
            Settings.ALLOWED_CLIENTS,
            Settings.ALLOWED_PRINCIPALS,
            Settings.FORWARDING_GATEWAY);

    private SettingFormat() {}

    static String of(String name) {
        return switch (name) {
            case Settings.LOGIN_ENDPOINT -> "the cloud's login service, such as https://login.microsoftonline.com";
            case Settings.APP_ID_URIS -> "App ID URIs, separated by single commas";
            case Settings.API_CLIENT_ID -> "a GUID";
            case Settings.FORWARDING_GATEWAY -> "one GUID, or none";
            case Settings.ALLOWED_PRINCIPALS -> "GUIDs, separated by single commas, or any";
            default -> "GUIDs, separated by single commas";
        };
    }

    /** @param problem the app's message, without the setting's name */
    static String fix(String name, String value, String problem) {
        if (value.isBlank()) {
            return "Set it; it has no default.";
        }
        Optional<String> known = CommonMistakes.inAny(value);
        if (known.isEmpty()) {
            known = OF_IDS.contains(name) ? inIds(name, value) : inAddress(name, value);
        }
        return known.orElse("Fix the value: it " + problem + ".");
    }

    private static Optional<String> inAddress(String name, String value) {
        return name.equals(Settings.LOGIN_ENDPOINT)
                ? CommonMistakes.inLoginEndpoint(value)
                        .or(() -> Optional.of(
                                "Use the login service of a known cloud, such as https://login.microsoftonline.com."))
                : CommonMistakes.inUris(value);
    }

    private static Optional<String> inIds(String name, String value) {
        return CommonMistakes.inList(value).or(() -> word(name, value)).or(() -> Arrays.stream(value.split(",", -1))
                .filter(Predicate.not(Set.of("any", "none")::contains))
                .flatMap(id -> CommonMistakes.inGuid(id).stream())
                .findFirst());
    }

    /** Keywords that are valid in one setting only. */
    private static Optional<String> word(String name, String value) {
        String word = value.strip().toLowerCase(java.util.Locale.ROOT);
        String own = name.equals(Settings.ALLOWED_PRINCIPALS)
                ? "any"
                : name.equals(Settings.FORWARDING_GATEWAY) ? "none" : "";
        if (Set.of("any", "none", "all", "*").contains(word)) {
            return Optional.of(
                    own.isEmpty()
                            ? "List the ids; this setting has no keyword for all."
                            : "Write " + own + " or the ids.");
        }
        return name.equals(Settings.TENANT_IDS)
                        && (Set.of("common", "organizations", "consumers").contains(word)
                                || word.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+"))
                ? Optional.of("List the tenant ids (GUIDs, on the overview page of Entra), not names.")
                : Optional.empty();
    }
}
