package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.xml.XmlElement;
import java.util.List;
import java.util.Set;

/** Whether callers without a valid token are rejected with 401 or 403. */
final class RefusalRules {
    private static final Set<String> CODES = Set.of("401", "403");

    static final List<Rule> ALL = List.of(
            new Rule(
                    "private-answers-cached",
                    "A caller can receive a response that was made for another caller with other roles."
                            + DocLinks.CACHE,
                    "Remove allow-private-response-caching, or vary the cache by the header Authorization.",
                    EachPolicy.element("cache-lookup", RefusalRules::shared)),
            new Rule(
                    "refusal-not-401-or-403",
                    "When a token is rejected, clients and monitoring of the gateway take the call for a success or for"
                            + " another error." + DocLinks.VALIDATE_JWT,
                    "Remove failed-validation-httpcode, or set it to 401; in <on-error> leave the status as it is.",
                    new EachPolicy(RefusalRules::codes)));

    private RefusalRules() {}

    private static void codes(PolicyDocument policy, FindingCollector notes) {
        TokenRules.VALIDATIONS.stream()
                .flatMap(name -> PolicyText.attributes(policy, name, "failed-validation-httpcode"))
                .forEach(code -> code.noteWhen(text -> !CODES.contains(text.strip()), notes));
        policy.section("on-error")
                .flatMap(XmlElement::all)
                .filter(element -> element.is("set-status") || isBareAnswer(element))
                .filter(status -> status.attribute("code").orElse("200").startsWith("2"))
                .forEach(status -> notes.found(policy.at(status), "<on-error> answers a rejected call with success"));
    }

    /** A response without a status means success. */
    private static boolean isBareAnswer(XmlElement element) {
        return element.is("return-response")
                && element.children("set-status").isEmpty()
                && element.attribute("response-variable-name").isEmpty();
    }

    /** Otherwise responses to calls with a token are not cached. */
    static boolean keepsPrivateAnswers(XmlElement lookup) {
        return lookup.attribute("allow-private-response-caching")
                .filter(value -> !value.equalsIgnoreCase("false"))
                .isPresent();
    }

    private static void shared(PolicyDocument policy, XmlElement lookup, FindingCollector notes) {
        boolean apart = lookup.children("vary-by-header").stream()
                .anyMatch(header -> header.text().equalsIgnoreCase("Authorization"));
        if (keepsPrivateAnswers(lookup) && !apart) {
            notes.found(policy.at(lookup), "<cache-lookup> shares responses to calls with a token between all tokens");
        }
    }
}
