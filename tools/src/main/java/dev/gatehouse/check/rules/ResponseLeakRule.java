package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.deployment.PolicyScope;
import dev.gatehouse.xml.XmlElement;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Responses that reveal what callers must not see: errors, tokens, keys. */
final class ResponseLeakRule {
    private static final Set<String> ANSWERS = Set.of("set-body", "set-header", "set-status");
    private static final Set<String> OTHER_CALLS =
            Set.of("send-request", "send-one-way-request", "log-to-eventhub", "trace");

    private ResponseLeakRule() {}

    static void of(DeployedFile deployed, FindingCollector notes) {
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

    /** Everything in outbound and on-error, and within return-response; all of a fragment, which may be included there. */
    private static Stream<XmlElement> answers(PolicyDocument policy) {
        Stream<XmlElement> ends = Stream.of("outbound", "on-error").flatMap(policy::section);
        Stream<XmlElement> returned = policy.xml().all("return-response").stream();
        Stream<XmlElement> anywhere =
                policy.scope() == PolicyScope.FRAGMENT ? policy.xml().roots().stream() : Stream.of();
        return Stream.of(ends, returned, anywhere)
                .flatMap(all -> all)
                .flatMap(ResponseLeakRule::ofAnswer)
                .filter(element -> ANSWERS.contains(element.name()));
    }

    /** An element and what is below it, without what is sent elsewhere. */
    private static Stream<XmlElement> ofAnswer(XmlElement element) {
        return OTHER_CALLS.contains(element.name())
                ? Stream.of()
                : Stream.concat(Stream.of(element), element.children().stream().flatMap(ResponseLeakRule::ofAnswer));
    }
}
