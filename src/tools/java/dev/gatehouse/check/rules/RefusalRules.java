package dev.gatehouse.check.rules;

import dev.gatehouse.check.Notes;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.check.deployed.PolicyScope;
import dev.gatehouse.check.xml.Element;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether who has no good token is refused, and told so. */
final class RefusalRules {
    private static final Set<String> CODES = Set.of("401", "403");
    private static final String PREFLIGHT = "@\\(\\s*context\\.Request\\.Method\\s*==\\s*\"OPTIONS\"\\s*\\)";

    static final List<Rule> ALL = List.of(
            new Rule(
                    "answer-before-token-check",
                    "Who has no token gets this answer, as nothing behind it is run; what a cache holds was made for somebody"
                            + " else." + Pages.SCOPES,
                    "Put it behind the token check, or <base /> where a broader scope has that.",
                    new EachPolicy(RefusalRules::early)),
            new Rule(
                    "private-answers-cached",
                    "One caller gets what was answered to another, whatever the roles of either." + Pages.CACHE,
                    "Remove allow-private-response-caching, or vary the cache by the header Authorization.",
                    EachPolicy.element("cache-lookup", RefusalRules::shared)),
            new Rule(
                    "refusal-not-401-or-403",
                    "A client whose token is refused, and whatever watches the gateway, takes the call for a success or for"
                            + " another fault." + Pages.VALIDATE_JWT,
                    "Remove failed-validation-httpcode, or set it to 401; in <on-error> leave the status as it is.",
                    new EachPolicy(RefusalRules::codes)));

    private RefusalRules() {}

    /** Up to the document's own check; up to where that of a broader scope is run when it has none; all before any API's. */
    private static void early(PolicyDocument policy, Notes notes) {
        List<Element> inbound = policy.section("inbound").toList();
        boolean own = inbound.stream().anyMatch(RefusalRules::validates);
        boolean isFirst = policy.scope() == PolicyScope.GLOBAL;
        if (own || isFirst || inbound.stream().anyMatch(element -> element.is("base"))) {
            inbound.stream()
                    .takeWhile(element -> own ? !validates(element) : !element.is("base"))
                    .flatMap(RefusalRules::withoutPreflight)
                    .forEach(element -> answer(policy, element, notes));
        }
    }

    private static void codes(PolicyDocument policy, Notes notes) {
        TokenRules.VALIDATIONS.stream()
                .flatMap(name -> Written.attributes(policy, name, "failed-validation-httpcode"))
                .forEach(code -> code.noteWhen(text -> !CODES.contains(text.strip()), notes));
        policy.section("on-error")
                .flatMap(Element::all)
                .filter(element -> element.is("set-status"))
                .filter(status -> status.attribute("code")
                        .filter(code -> code.startsWith("2"))
                        .isPresent())
                .forEach(status -> notes.found(policy.at(status), "<on-error> answers a refused call with success"));
    }

    private static boolean validates(Element element) {
        return TokenRules.VALIDATIONS.contains(element.tag().name());
    }

    /** Browsers ask for permission without a token, and get nothing but that. */
    private static Stream<Element> withoutPreflight(Element element) {
        boolean preflight = element.is("when")
                && element.attribute("condition")
                        .filter(condition -> condition.matches(PREFLIGHT))
                        .isPresent();
        return preflight
                ? Stream.of()
                : Stream.concat(
                        Stream.of(element), element.children().stream().flatMap(RefusalRules::withoutPreflight));
    }

    private static void answer(PolicyDocument policy, Element element, Notes notes) {
        if (element.is("cache-lookup") && keepsPrivateAnswers(element)) {
            notes.found(policy.at(element), "<cache-lookup> answers from the cache before the token check");
        } else if (element.is("mock-response")) {
            status(policy, element, element.attribute("status-code").orElse("200"), notes);
        } else if (element.is("return-response")) {
            String code = element.children("set-status").stream()
                    .flatMap(status -> status.attribute("code").stream())
                    .findFirst()
                    .orElse(element.attribute("response-variable-name").isPresent() ? "@(…)" : "200");
            status(policy, element, code, notes);
        }
    }

    /** Answers to calls with a token are not kept otherwise. */
    private static boolean keepsPrivateAnswers(Element lookup) {
        return lookup.attribute("allow-private-response-caching")
                .filter(value -> !value.equalsIgnoreCase("false"))
                .isPresent();
    }

    private static void shared(PolicyDocument policy, Element lookup, Notes notes) {
        boolean apart = lookup.children("vary-by-header").stream()
                .anyMatch(header -> header.text().equalsIgnoreCase("Authorization"));
        if (keepsPrivateAnswers(lookup) && !apart) {
            notes.found(policy.at(lookup), "<cache-lookup> keeps answers to calls with a token, for any token");
        }
    }

    private static void status(PolicyDocument policy, Element element, String code, Notes notes) {
        String what = "<" + element.tag().name() + ">";
        if (code.startsWith("2")) {
            notes.found(policy.at(element), what + " answers " + Notes.shown(code) + " before the token check");
        } else if (!code.matches("\\d+")) {
            notes.undecided(policy.at(element), what + " stands before the token check, and its status is not known");
        }
    }
}
