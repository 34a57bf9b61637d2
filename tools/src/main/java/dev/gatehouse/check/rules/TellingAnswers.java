package dev.gatehouse.check.rules;

import dev.gatehouse.check.Notes;
import dev.gatehouse.check.deployed.Deployed;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.check.deployed.PolicyScope;
import dev.gatehouse.check.xml.Element;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Answers that tell what the gateway should keep to itself: errors, tokens, keys. */
final class TellingAnswers {
    private static final Set<String> ANSWERS = Set.of("set-body", "set-header", "set-status");
    private static final Set<String> OTHER_CALLS =
            Set.of("send-request", "send-one-way-request", "log-to-eventhub", "trace");

    private TellingAnswers() {}

    static void of(Deployed deployed, Notes notes) {
        Confidences confidences = Confidences.of(deployed);
        new EachPolicy((policy, inner) -> {
                    answers(policy).distinct().forEach(answer -> confidences
                            .in(answer)
                            .ifPresent(what -> inner.found(
                                    policy.at(answer), "<" + answer.tag().name() + "> of an answer tells " + what)));
                    TokenRules.validations(policy).forEach(validation -> inValidation(confidences, validation)
                            .ifPresent(what -> inner.found(
                                    policy.at(validation), "failed-validation-error-message tells " + what)));
                })
                .of(deployed, notes);
    }

    private static Optional<String> inValidation(Confidences confidences, Element validation) {
        return validation.attribute("failed-validation-error-message").flatMap(confidences::in);
    }

    /** Everything in outbound and on-error, and within return-response; of a fragment, which may stand there, all. */
    private static Stream<Element> answers(PolicyDocument policy) {
        Stream<Element> ends = Stream.of("outbound", "on-error").flatMap(policy::section);
        Stream<Element> returned = policy.xml().all("return-response").stream();
        Stream<Element> anywhere = policy.scope() == PolicyScope.FRAGMENT ? policy.xml().roots().stream() : Stream.of();
        return Stream.of(ends, returned, anywhere)
                .flatMap(all -> all)
                .flatMap(TellingAnswers::ofAnswer)
                .filter(element -> ANSWERS.contains(element.tag().name()));
    }

    /** An element and what is below it, without what is sent elsewhere. */
    private static Stream<Element> ofAnswer(Element element) {
        return OTHER_CALLS.contains(element.tag().name())
                ? Stream.of()
                : Stream.concat(Stream.of(element), element.children().stream().flatMap(TellingAnswers::ofAnswer));
    }
}
