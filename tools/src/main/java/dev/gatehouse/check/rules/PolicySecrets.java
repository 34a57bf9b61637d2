package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.deployment.arm.PartialText;
import dev.gatehouse.xml.XmlElement;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Keys and passwords that are written into a policy. */
final class PolicySecrets {
    /** Headers that carry credentials. */
    static final Set<String> KEY_HEADERS =
            Set.of("authorization", "x-functions-key", "ocp-apim-subscription-key", "api-key", "x-api-key");

    private PolicySecrets() {}

    static void of(PolicyDocument policy, FindingCollector notes) {
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
        policy.xml().all("authentication-basic").stream()
                .filter(basic -> isWritten(basic.attribute("password")))
                .forEach(basic ->
                        notes.found(policy.at(basic), "<authentication-basic> contains a password in plain text"));
    }

    private static boolean isWritten(Optional<String> text) {
        return text.filter(value -> !value.isBlank()
                        && !value.contains("@(")
                        && !value.contains("@{")
                        && new PartialText(value).isKnown())
                .isPresent();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
