package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.ResourceValue;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keys and passwords in plain text: in templates, and in settings of function apps. */
final class WrittenSecrets {
    /** Values that are not secrets, whatever the setting's name. */
    private static final Pattern NO_SECRET = Pattern.compile("(?i)\\s*|true|false|\\d{1,4}");

    private static final List<String> KEPT = List.of(
            ResourceTypes.SECRET,
            ResourceTypes.FUNCTION_KEY,
            "Microsoft.Web/sites/host/systemKeys",
            "Microsoft.Web/sites/functions/keys");
    private static final Set<String> GIVEN = Set.of(
            "clientSecret",
            "primaryKey",
            "secondaryKey",
            "password",
            "adminPassword",
            "administratorLoginPassword",
            "secretText");

    /** What is kept beside secrets for convenience: names and addresses, in words. */
    private static final Pattern WORDS = Pattern.compile(
            "[a-z]+([-_/.][a-z]+)*|https://[a-z0-9.-]+/?|true|false|\\d{1,4}", Pattern.CASE_INSENSITIVE);

    private WrittenSecrets() {}

    static void inTemplate(DeployedFile deployed, FindingCollector notes) {
        deployed.resources().stream()
                .flatMap(resource -> Stream.of(kept(resource), ofBackend(resource), given(resource.at("properties")))
                        .flatMap(values -> values))
                .filter(value -> !value.isEmpty() && value.text().isKnown())
                .forEach(value -> notes.found(value.place(), "the secret is written in plain text"));
    }

    private static Stream<ResourceValue> kept(DeployedResource resource) {
        return KEPT.stream().anyMatch(resource::is)
                ? Stream.of(resource.at("properties.value"))
                        .filter(value -> SecretRules.isCalledSecret(resource.ownName())
                                || !WORDS.matcher(value.text().marked()).matches())
                : Stream.of();
    }

    /** The credentials that the gateway sends to a backend. A named value, {@code {{name}}}, is not itself a secret. */
    private static Stream<ResourceValue> ofBackend(DeployedResource resource) {
        if (!resource.is(ResourceTypes.BACKEND)) {
            return Stream.of();
        }
        ResourceValue credentials = resource.at("properties.credentials");
        return Stream.of("header", "query", "authorization.parameter")
                .flatMap(kind -> credentials.at(kind).texts())
                .filter(value -> !value.text().marked().contains("{{"));
    }

    /** Texts of properties with these names, at any depth. */
    private static Stream<ResourceValue> given(ResourceValue value) {
        if (value.node().isArray()) {
            return value.elements().stream().flatMap(WrittenSecrets::given);
        }
        return value.node().properties().stream().flatMap(each -> {
            ResourceValue inner = value.named(each.getKey());
            return GIVEN.contains(each.getKey()) && each.getValue().isTextual() ? Stream.of(inner) : given(inner);
        });
    }

    static void inSettings(DeployedFile deployed, FindingCollector notes) {
        AppSettings.of(deployed).forEach(setting -> {
            ResourceValue value = setting.value();
            boolean calledSecret = SecretRules.isCalledSecret(setting.name());
            if (isReference(value)) {
                return;
            }
            if (setting.name().isEmpty()) {
                notes.undecided(value);
            } else if (SecretRules.isSecret(value) || (calledSecret && isWritten(value))) {
                notes.found(value.place(), "the setting " + setting.name() + " contains a key");
            } else if (calledSecret) {
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
