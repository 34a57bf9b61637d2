package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.deployment.DeployedResource;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.deployment.ResourceValue;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Secrets where many can read them. Findings name the place, never the secret. */
final class SecretRules {
    private static final Pattern LISTED = Pattern.compile("\\blist[A-Z]\\w*\\(", Pattern.CASE_INSENSITIVE);
    /** A list that is made of something else, as often as there are keys. */
    private static final Pattern COUNTED = Pattern.compile("^copy of |\\blambda\\(");

    private static final Pattern MASTER = Pattern.compile("\\bmasterKey\\b|_master\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DEFAULT_KEY =
            Pattern.compile("\\bfunctionKeys(\\.|\\['?)default\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CREDENTIAL = Pattern.compile(
            "(AccountKey|SharedAccessKey|SharedAccessSignature|Password|Pwd|client_secret|[?&]sig)\\s*=\\s*[^\\s;]"
                    + "|\\beyJ[\\w-]{8,}\\.eyJ[\\w-]{8,}\\.|\\bgh[pousr]_[A-Za-z0-9]{30,}|\\bgithub_pat_\\w{30,}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern KEY_IN_ADDRESS = Pattern.compile("(?i)[?&](code|subscription-key|sig|access_token)=.");
    private static final Pattern SECRET_NAME = Pattern.compile(
            ".*(secret|password|passwd|pwd|(api|account|access|function|host|master|subscription|primary|secondary|shared|client"
                    + "|private|signing|encryption)[-_ ]?key)([-_ ]?\\d+)?");

    static final List<Rule> ALL = List.of(
            new Rule(
                    "master-key",
                    "The master key opens every function and the admin endpoints of the app; it cannot be revoked for one"
                            + " client alone." + DocLinks.FUNCTION_KEYS,
                    "Create a separate host key for the gateway, and keep it in Key Vault.",
                    (deployed, notes) -> everywhere(deployed)
                            .filter(value ->
                                    MASTER.matcher(value.text().shown()).find())
                            .forEach(value ->
                                    notes.found(value.place(), "the value is, or contains, the app's master key"))),
            new Rule(
                    "default-host-key",
                    "The default host key is shared by all clients that copied it: it cannot be rotated for the gateway"
                            + " alone." + DocLinks.FUNCTION_KEYS,
                    "Create a separate host key for the gateway, and keep it in Key Vault.",
                    (deployed, notes) -> everywhere(deployed)
                            .filter(value ->
                                    DEFAULT_KEY.matcher(value.text().shown()).find())
                            .forEach(value -> notes.found(
                                    value.place(), "the value is, or contains, the app's default host key"))),
            new Rule(
                    "secret-in-named-value",
                    "Anyone with read access to the gateway or its policies can see it, and it is never rotated."
                            + DocLinks.NAMED_VALUES,
                    "Keep it in Key Vault, and give the named value keyVault.secretIdentifier instead of value.",
                    (deployed, notes) -> deployed.all(ResourceTypes.NAMED_VALUE)
                            .forEach(value -> namedValue(value, deployed.secure(), notes))),
            new Rule(
                    "secret-in-policy",
                    "Policies are kept in source control, shown in the portal and in traces." + DocLinks.NAMED_VALUES,
                    "Use a named value, {{name}}, that comes from Key Vault.",
                    new EachPolicy(PolicySecrets::inPolicy)),
            new Rule(
                    "secret-in-app-setting",
                    "Anyone with read access to the app's configuration gets a key that works from anywhere."
                            + DocLinks.FUNCTIONS,
                    "Use the managed identity (settings such as AzureWebJobsStorage__accountName), or a Key Vault reference.",
                    WrittenSecrets::inSettings),
            new Rule(
                    "secret-in-output",
                    "Outputs remain in the deployment's history, visible with read access to the resource group."
                            + DocLinks.OUTPUTS,
                    "Remove the output; put the secret into Key Vault within the deployment.",
                    (deployed, notes) -> deployed.outputs()
                            .texts()
                            .filter(SecretRules::isSecret)
                            .forEach(value -> notes.found(value.place(), "the output reveals a key"))),
            new Rule(
                    "secret-in-plain-text",
                    "The secret is in the template or its snapshot, and therefore in source control."
                            + DocLinks.FUNCTION_KEYS,
                    "Pass it as a @secure() parameter, or let the deployment generate it.",
                    WrittenSecrets::inTemplate),
            new Rule(
                    "secret-in-availability-test",
                    "Anyone with read access to the test can see its headers and URL." + DocLinks.AVAILABILITY,
                    "Test instead that a call without a token is rejected.",
                    SecretRules::tests));

    private SecretRules() {}

    private static void tests(DeployedFile deployed, FindingCollector notes) {
        deployed.all("Microsoft.Insights/webtests")
                .map(test -> test.at("properties.Request"))
                .forEach(request -> {
                    request.at("Headers").elements().stream()
                            .filter(header -> PolicySecrets.KEY_HEADERS.contains(
                                    lower(header.at("key").text().marked())))
                            .forEach(header -> notes.found(
                                    header.place(),
                                    "the test sends " + header.at("key").text().shown()));
                    ResourceValue address = request.at("RequestUrl");
                    if (KEY_IN_ADDRESS.matcher(address.text().shown()).find()) {
                        notes.found(address.place(), "the test's URL contains a key");
                    }
                });
    }

    private static Stream<ResourceValue> everywhere(DeployedFile deployed) {
        return Stream.concat(deployed.resources().stream().map(DeployedResource::all), Stream.of(deployed.outputs()))
                .flatMap(ResourceValue::texts);
    }

    /** A secret parameter is no plain value, whatever the named value is called. */
    private static void namedValue(DeployedResource named, Set<String> parameters, FindingCollector notes) {
        ResourceValue value = named.at("properties.value");
        boolean secret = named.at("properties.secret").node().asBoolean();
        boolean calledSecret =
                isCalledSecret(named.at("properties.displayName").text().marked());
        if (!value.isEmpty()
                && (secret
                        || calledSecret
                        || isSecret(value)
                        || value.unknown()
                                .filter(expression -> isOfOne(expression, parameters))
                                .isPresent())) {
            notes.found(
                    value.place(),
                    secret
                            ? "a secret named value has its value in plain text"
                            : "a plain named value contains a secret");
        }
    }

    /** Itself, or a part of it. */
    private static boolean isOfOne(String expression, Set<String> parameters) {
        return parameters.stream().anyMatch(each -> expression.equals(each) || expression.startsWith(each + "."));
    }

    static boolean isCalledSecret(String name) {
        return SECRET_NAME.matcher(lower(name)).matches();
    }

    static boolean isSecret(ResourceValue value) {
        String text = value.text().shown();
        boolean listed = value.text()
                .unknown()
                .filter(expression -> LISTED.matcher(expression).find()
                        && !COUNTED.matcher(expression).find())
                .isPresent();
        return listed || CREDENTIAL.matcher(text).find();
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
