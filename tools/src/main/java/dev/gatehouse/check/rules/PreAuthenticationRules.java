package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.deployment.PolicyScope;
import dev.gatehouse.xml.XmlElement;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What policies do before the token is checked. */
final class PreAuthenticationRules {
    /** Members of the metadata of servers and resources (RFC 8414, RFC 9728). */
    private static final Pattern DISCOVERY = Pattern.compile(
            "\\b(authorization_servers|authorization_endpoint|token_endpoint|jwks_uri|bearer_methods_supported|redirect_uris)\\b");

    static final List<Rule> ALL = List.of(
            new Rule(
                    "answer-before-token-check",
                    "Callers without a token receive this response because it is returned before the token check; a cached"
                            + " response may belong to another user." + DocLinks.SCOPES,
                    "Move it after the token check, or after <base /> where a broader scope has the check.",
                    new EachPolicy((policy, notes) -> beforeCheck(policy)
                            .flatMap(PreAuthenticationRules::withoutPreflight)
                            .forEach(element -> answer(policy, element, notes)))),
            new Rule(
                    "token-replaced-before-check",
                    "The check sees the gateway's own token, or a fixed one, and accepts every caller."
                            + DocLinks.MANAGED_IDENTITY,
                    "Move it after the token check.",
                    new EachPolicy((policy, notes) -> beforeCheck(policy)
                            .flatMap(PreAuthenticationRules::ofTheCall)
                            .filter(element -> givesToken(element, policy.scope()))
                            .forEach(element -> notes.found(
                                    policy.at(element),
                                    element.shown() + " sets Authorization before the token check")))));

    private PreAuthenticationRules() {}

    /**
     * The statements before the document's own check. Without one: those before the check of a broader scope; for all APIs,
     * all of them.
     */
    private static Stream<XmlElement> beforeCheck(PolicyDocument policy) {
        List<XmlElement> inbound = policy.section("inbound").toList();
        boolean own = inbound.stream().anyMatch(PreAuthenticationRules::validates);
        boolean isFirst = policy.scope() == PolicyScope.GLOBAL;
        if (policy.gap().isPresent()) {
            return Stream.of(); // there may be a check before them
        }
        return own || isFirst || inbound.stream().anyMatch(element -> element.is("base"))
                ? inbound.stream().takeWhile(element -> own ? !validates(element) : !element.is("base"))
                : Stream.of();
    }

    /** Not by what the caller has sent in another place. For all APIs the identity is a separate mistake. */
    private static boolean givesToken(XmlElement element, PolicyScope scope) {
        boolean byIdentity = scope != PolicyScope.GLOBAL
                && element.is("authentication-managed-identity")
                && element.attribute("output-token-variable-name").isEmpty();
        boolean byHeader = element.is("set-header")
                && element.attribute("name")
                        .filter("Authorization"::equalsIgnoreCase)
                        .isPresent()
                && element.children("value").stream()
                        .anyMatch(value -> !value.text().contains("context.Request"));
        return byIdentity || byHeader;
    }

    /** Without what belongs to calls of its own. */
    private static Stream<XmlElement> ofTheCall(XmlElement element) {
        return PolicyConductRules.OTHER_CALLS.contains(element.name())
                ? Stream.of()
                : Stream.concat(
                        Stream.of(element), element.children().stream().flatMap(PreAuthenticationRules::ofTheCall));
    }

    private static boolean validates(XmlElement element) {
        return TokenRules.VALIDATIONS.contains(element.name());
    }

    /** Preflight requests carry no token, and their response contains only the permission. */
    private static Stream<XmlElement> withoutPreflight(XmlElement element) {
        return element.is("when") && PolicyCondition.of(element).isPreflight()
                ? Stream.of()
                : Stream.concat(
                        Stream.of(element),
                        element.children().stream().flatMap(PreAuthenticationRules::withoutPreflight));
    }

    private static void answer(PolicyDocument policy, XmlElement element, FindingCollector notes) {
        if (element.is("cache-lookup") && RefusalRules.keepsPrivateAnswers(element)) {
            notes.found(policy.at(element), "<cache-lookup> answers from the cache before the token check");
        } else if (element.is("mock-response")) {
            status(policy, element, element.attribute("status-code").orElse("200"), notes);
        } else if (element.is("return-response") && !isForAnyone(element)) {
            String code = element.children("set-status").stream()
                    .flatMap(status -> status.attribute("code").stream())
                    .findFirst()
                    .orElse(element.attribute("response-variable-name").isPresent() ? "@(…)" : "200");
            status(policy, element, code, notes);
        }
    }

    /** Discovery, preflights and signing out: what a client calls when it has no token. */
    static boolean isForAnyone(XmlElement response) {
        return response.children("set-header").stream().anyMatch(header -> header.attribute("name")
                        .filter(name -> name.equalsIgnoreCase("Access-Control-Allow-Methods"))
                        .isPresent())
                || response.children("set-header").stream()
                        .flatMap(header -> header.children("value").stream())
                        .anyMatch(value -> value.text().contains("01 Jan 1970")) // a cookie is removed
                || response.children("set-body").stream()
                        .anyMatch(body -> DISCOVERY.matcher(body.text()).find());
    }

    private static void status(PolicyDocument policy, XmlElement element, String code, FindingCollector notes) {
        String what = element.shown();
        if (code.startsWith("2")) {
            notes.found(
                    policy.at(element), what + " answers " + FindingCollector.shown(code) + " before the token check");
        } else if (!code.matches("\\d+")) {
            notes.undecided(policy.at(element), what + " is before the token check, and its status is not known");
        }
    }
}
