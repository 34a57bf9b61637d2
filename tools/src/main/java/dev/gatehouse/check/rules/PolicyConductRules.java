package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.deployment.PolicyScope;
import dev.gatehouse.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What policies do besides checking tokens. */
final class PolicyConductRules {
    private static final Set<String> ANSWERS = Set.of("set-body", "set-header", "set-status");
    /** What is in them is sent elsewhere. */
    static final Set<String> OTHER_CALLS = Set.of("send-request", "send-one-way-request", "log-to-eventhub", "trace");

    private static final String IDENTITY = "authentication-managed-identity";

    static final List<Rule> ALL = List.of(
            new Rule(
                    "managed-identity-error-ignored",
                    "If the identity's token cannot be obtained, the call continues without it, with whatever the client sent."
                            + DocLinks.MANAGED_IDENTITY,
                    "Remove ignore-error.",
                    new EachPolicy((policy, notes) -> PolicyText.attributes(policy, IDENTITY, "ignore-error")
                            .forEach(value -> value.noteWhen("true"::equalsIgnoreCase, notes)))),
            new Rule(
                    "managed-identity-at-global-scope",
                    "The identity's token is sent to the backend of every API, including future ones."
                            + DocLinks.MANAGED_IDENTITY,
                    "Move the policy to the API, or the operation, that needs it.",
                    EachPolicy.element(IDENTITY, PolicyConductRules::scope)),
            new Rule(
                    "error-details-to-caller",
                    "The response gives an attacker hints for the next attempt, or contains a token." + DocLinks.ERRORS,
                    "Respond with a fixed text, and write the details to the trace.",
                    PolicyConductRules::leaks),
            new Rule(
                    "cors-after-authentication",
                    "Browsers send preflight requests without a token: they are rejected before cors can answer them,"
                            + " and the token check is then often weakened to allow them." + DocLinks.CORS,
                    "Put <cors> first in <inbound>.",
                    new EachPolicy(PolicyConductRules::cors)));

    private PolicyConductRules() {}

    private static void scope(PolicyDocument policy, XmlElement element, FindingCollector notes) {
        if (policy.scope() == PolicyScope.GLOBAL) {
            notes.found(policy.at(element), "<" + IDENTITY + "> is in the policy of all APIs");
        } else if (policy.scope() == PolicyScope.UNKNOWN
                && policy.xml().all("base").isEmpty()) {
            notes.undecided(policy.at(element), "the file does not say whether it is the policy of all APIs");
        }
    }

    private static void cors(PolicyDocument policy, FindingCollector notes) {
        List<XmlElement> inbound = policy.section("inbound").toList();
        inbound.stream()
                .dropWhile(element -> TokenRules.VALIDATIONS.stream().noneMatch(element::is))
                .filter(element -> element.is("cors"))
                .forEach(cors -> notes.found(policy.at(cors), "<cors> comes after the token check"));
    }

    /** Responses that reveal what callers must not see: errors, tokens, keys. */
    private static void leaks(DeployedFile deployed, FindingCollector notes) {
        SensitiveValues confidences = SensitiveValues.of(deployed);
        new EachPolicy((policy, inner) -> {
                    answers(policy).distinct().forEach(answer -> confidences
                            .in(answer)
                            .ifPresent(what ->
                                    inner.found(policy.at(answer), answer.shown() + " of a response reveals " + what)));
                    TokenRules.validations(policy).forEach(validation -> inValidation(confidences, validation)
                            .ifPresent(what -> inner.found(
                                    policy.at(validation), "failed-validation-error-message reveals " + what)));
                })
                .of(deployed, notes);
    }

    private static Optional<String> inValidation(SensitiveValues confidences, XmlElement validation) {
        return validation.attribute("failed-validation-error-message").flatMap(confidences::in);
    }

    /**
     * Everything in outbound and on-error, and within return-response; the bodies of a fragment, which may be included there:
     * its headers may be those of requests.
     */
    private static Stream<XmlElement> answers(PolicyDocument policy) {
        Stream<XmlElement> ends = Stream.of("outbound", "on-error").flatMap(policy::section);
        Stream<XmlElement> returned = policy.xml().all("return-response").stream();
        Stream<XmlElement> anywhere =
                policy.scope() == PolicyScope.FRAGMENT ? policy.xml().roots().stream() : Stream.of();
        return Stream.concat(
                Stream.concat(ends, returned)
                        .flatMap(PolicyConductRules::ofAnswer)
                        .filter(element -> ANSWERS.contains(element.name()))
                        .filter(element -> !isOwnCookie(element)),
                anywhere.flatMap(PolicyConductRules::ofAnswer).filter(element -> element.is("set-body")));
    }

    /** A cookie goes back to the browser whose cookie it is made of. */
    private static boolean isOwnCookie(XmlElement element) {
        return element.is("set-header")
                && element.attribute("name")
                        .filter("Set-Cookie"::equalsIgnoreCase)
                        .isPresent();
    }

    /** An element and what is below it, without what is sent elsewhere. */
    private static Stream<XmlElement> ofAnswer(XmlElement element) {
        return OTHER_CALLS.contains(element.name())
                ? Stream.of()
                : Stream.concat(Stream.of(element), element.children().stream().flatMap(PolicyConductRules::ofAnswer));
    }
}
