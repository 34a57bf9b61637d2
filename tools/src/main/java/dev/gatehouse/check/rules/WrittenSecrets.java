package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.ResourceValue;
import dev.gatehouse.deployment.arm.PartialText;
import dev.gatehouse.xml.XmlElement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keys and passwords in plain text: in templates, in policies, in settings of function apps. */
final class WrittenSecrets {
    /** Values that are not secrets, whatever the setting's name. */
    private static final Pattern NO_SECRET = Pattern.compile("(?i)\\s*|true|false|\\d{1,4}");

    /** Headers that carry credentials. */
    static final Set<String> KEY_HEADERS =
            Set.of("authorization", "x-functions-key", "ocp-apim-subscription-key", "api-key", "x-api-key");

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

    /** A key among the parameters of an address or a form: as long as keys are, and neither an expression nor a named value. */
    private static final Pattern WRITTEN_KEY = Pattern.compile(
            "(?i)(?:[?&\"]|^|\\s)(code|subscription-key|sig|access_token|api[-_]?key|client_secret|password)=(?![{@$<])[A-Za-z0-9~._%/+=-]{16,}");

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

    static void inPolicy(PolicyDocument policy, FindingCollector notes) {
        Stream<XmlElement> headers = policy.xml().all("set-header").stream()
                .filter(header ->
                        KEY_HEADERS.contains(lower(header.attribute("name").orElse(""))))
                .flatMap(header -> header.children("value").stream());
        Stream<XmlElement> parameters = policy.xml().all("set-query-parameter").stream()
                .filter(parameter ->
                        parameter.attribute("name").filter("code"::equals).isPresent())
                .flatMap(parameter -> parameter.children("value").stream());
        Stream<XmlElement> keys =
                policy.xml().all("issuer-signing-keys").stream().flatMap(all -> all.children("key").stream());
        Stream.of(headers, parameters, keys)
                .flatMap(all -> all)
                .filter(each -> isWritten(Optional.of(each.text())))
                .forEach(each -> notes.found(policy.at(each), each.shown() + " contains a key in plain text"));
        Stream.of(
                        texts(policy, "set-url"),
                        texts(policy, "set-body"),
                        policy.xml().all("rewrite-uri").stream()
                                .map(each -> Map.entry(
                                        each, each.attribute("template").orElse(""))),
                        policy.xml().all("set-backend-service").stream()
                                .map(each -> Map.entry(
                                        each, each.attribute("base-url").orElse(""))))
                .flatMap(all -> all)
                .filter(each -> WRITTEN_KEY.matcher(each.getValue()).find())
                .forEach(each ->
                        notes.found(policy.at(each.getKey()), each.getKey().shown() + " contains a key in plain text"));
        policy.xml().all("authentication-basic").stream()
                .filter(basic -> isWritten(basic.attribute("password")))
                .forEach(basic ->
                        notes.found(policy.at(basic), "<authentication-basic> contains a password in plain text"));
    }

    private static Stream<Map.Entry<XmlElement, String>> texts(PolicyDocument policy, String name) {
        return policy.xml().all(name).stream().map(each -> Map.entry(each, each.text()));
    }

    private static boolean isWritten(Optional<String> text) {
        return text.filter(value -> !value.isBlank()
                        && !PolicyText.isFilledIn(value)
                        && !value.contains("@(")
                        && !value.contains("@{")
                        && new PartialText(value).isKnown())
                .isPresent();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
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
