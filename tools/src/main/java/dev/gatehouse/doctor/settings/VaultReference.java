package dev.gatehouse.doctor.settings;

import dev.gatehouse.redaction.Redaction;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reference to a secret of Key Vault in an app setting
 * (https://learn.microsoft.com/azure/app-service/app-service-key-vault-references).
 */
final class VaultReference {
    private static final String START = "@Microsoft.KeyVault(";
    private static final Pattern LIKE = Pattern.compile("(?i)\\s*@+\\s*microsoft\\.?key\\W?vault.*");
    private static final Pattern SECRET = Pattern.compile(
            "https://[A-Za-z0-9-]{3,24}\\.vault\\.(azure\\.net|azure\\.cn|usgovcloudapi\\.net)/secrets/[A-Za-z0-9-]{1,127}(/[0-9a-f]{32}|/)?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,127}");
    private static final String FORM = START + "SecretUri=https://VAULT.vault.azure.net/secrets/NAME)";
    private static final Set<String> BY_NAME = Set.of("vaultname", "secretname", "secretversion");

    private VaultReference() {}

    static boolean isOne(String value) {
        return LIKE.matcher(value).matches();
    }

    /**
     * Its syntax. Whether Azure can resolve it is not part of an export of settings, which prints the reference in any case.
     *
     * @param value that {@link #isOne}
     */
    static SettingReport report(String setting, String value) {
        return fault(value)
                .map(why -> SettingReport.wrong(
                        setting,
                        FORM,
                        Redaction.of(value),
                        "Fix the reference: it " + why
                                + ". The app gets the text of a malformed reference as the value."))
                .orElseGet(
                        () -> SettingReport.note(
                                setting,
                                "",
                                "a well-formed Key Vault reference",
                                "Whether it is resolved cannot be seen here. See its status (Resolved, AccessToKeyVaultDenied,"
                                        + " MSINotEnabled, SecretNotFound ...): az rest --method get --url"
                                        + " \"/subscriptions/SUBSCRIPTION/resourceGroups/GROUP/providers/Microsoft.Web/sites/APP/config/configreferences/appsettings?api-version=2024-11-01\""));
    }

    private static Optional<String> fault(String value) {
        if (!value.startsWith(START)) {
            return Optional.of("must begin with " + START + ", exactly so");
        }
        if (!value.endsWith(")")) {
            return Optional.of("does not end with )");
        }
        String inner = value.substring(START.length(), value.length() - 1);
        Matcher uri = Pattern.compile("SecretUri=(.*)").matcher(inner);
        if (uri.matches()) {
            return SECRET.matcher(uri.group(1)).matches()
                    ? Optional.empty()
                    : Optional.of("needs the address of a secret, https://VAULT.vault.azure.net/secrets/NAME");
        }
        return byName(inner);
    }

    private static Optional<String> byName(String inner) {
        Map<String, String> parts = new HashMap<>();
        for (String part : Arrays.asList(inner.split(";", -1))) {
            String[] pair = part.split("=", 2);
            if (pair.length < 2 || !NAME.matcher(pair[1]).matches()) {
                return Optional.of("must have SecretUri=..., or VaultName=...;SecretName=...");
            }
            parts.put(pair[0].strip().toLowerCase(Locale.ROOT), pair[1]);
        }
        return BY_NAME.containsAll(parts.keySet()) && parts.containsKey("vaultname") && parts.containsKey("secretname")
                ? Optional.empty()
                : Optional.of("must have SecretUri=..., or VaultName=...;SecretName=...");
    }
}
