package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.deployment.ResourceValue;
import java.util.regex.Pattern;

/** Keys and passwords in the settings and connection strings of function apps. */
final class SecretSettings {
    /** Values that are not secrets, whatever the setting's name. */
    private static final Pattern NO_SECRET = Pattern.compile("(?i)\\s*|true|false|\\d{1,4}");

    private SecretSettings() {}

    static void of(DeployedFile deployed, FindingCollector notes) {
        AppSettings.of(deployed).forEach(setting -> {
            ResourceValue value = setting.value();
            boolean calledSecret = SecretRules.isCalledSecret(setting.name());
            if (isReference(value)) {
                return;
            }
            if (SecretRules.isSecret(value) || (calledSecret && isWritten(value))) {
                notes.found(value.place(), "the setting " + setting.name() + " contains a key");
            } else if (calledSecret || setting.name().isEmpty()) {
                notes.undecided(value);
            }
        });
        AppSettings.connectionStrings(deployed)
                .filter(each -> !isReference(each.value()))
                .forEach(each -> {
                    ResourceValue value = each.value();
                    if (SecretRules.isSecret(value)) {
                        notes.found(value.place(), "the connection string " + each.name() + " contains a key");
                    } else if (value.text().prefix().isEmpty()) {
                        notes.undecided(value);
                    }
                });
    }

    private static boolean isReference(ResourceValue value) {
        return value.text().prefix().startsWith("@Microsoft.KeyVault(");
    }

    private static boolean isWritten(ResourceValue value) {
        return value.text().isKnown()
                && !NO_SECRET.matcher(value.text().marked()).matches();
    }
}
