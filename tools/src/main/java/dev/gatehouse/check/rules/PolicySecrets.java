package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.deployment.arm.PartialText;
import dev.gatehouse.xml.XmlElement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keys and passwords in plain text in policies. */
final class PolicySecrets {
    /** Headers that carry credentials. */
    static final Set<String> KEY_HEADERS =
            Set.of("authorization", "x-functions-key", "ocp-apim-subscription-key", "api-key", "x-api-key");

    private static final Set<String> KEY_PARAMETERS =
            Set.of("code", "subscription-key", "sig", "access_token", "api-key", "api_key", "apikey", "client_secret");

    /** As long as keys are, with a digit, and neither an expression nor a named value. */
    private static final Pattern LIKE_A_KEY = Pattern.compile("(?=.*\\d)[A-Za-z0-9~._%/+=-]{16,}");

    /** A key among the parameters of an address or a form: as long as keys are, and neither an expression nor a named value. */
    private static final Pattern WRITTEN_KEY = Pattern.compile(
            "(?i)(?:[?&\"]|^|\\s)(code|subscription-key|sig|access_token|api[-_]?key|client_secret|password)=(?![{@$<])[A-Za-z0-9~._%/+=-]{16,}"
                    + "|(?:\"|&quot;)(?:api[-_]?key|client[-_]?secret|password|access[-_]?token)(?:\"|&quot;)\\s*:\\s*(?:\"|&quot;)[A-Za-z0-9~._%/+=-]{12,}(?:\"|&quot;)");

    private PolicySecrets() {}

    static void inPolicy(PolicyDocument policy, FindingCollector notes) {
        Stream<XmlElement> headers = policy.xml().all("set-header").stream()
                .filter(header -> KEY_HEADERS.contains(
                        SecretRules.lower(header.attribute("name").orElse(""))))
                .flatMap(header -> header.children("value").stream());
        Stream<XmlElement> parameters = policy.xml().all("set-query-parameter").stream()
                .filter(parameter -> KEY_PARAMETERS.contains(
                        SecretRules.lower(parameter.attribute("name").orElse(""))))
                .flatMap(parameter -> parameter.children("value").stream());
        Stream<XmlElement> keys =
                policy.xml().all("issuer-signing-keys").stream().flatMap(all -> all.children("key").stream());
        Stream.of(headers, parameters, keys)
                .flatMap(all -> all)
                .filter(each -> isWritten(Optional.of(each.text())))
                .forEach(each -> notes.found(policy.at(each), each.shown() + " contains a key in plain text"));
        policy.xml().all("set-variable").stream()
                .filter(each ->
                        SecretRules.isCalledSecret(each.attribute("name").orElse("")))
                .filter(each -> each.attribute("value")
                        .filter(LIKE_A_KEY.asMatchPredicate())
                        .isPresent())
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
}
