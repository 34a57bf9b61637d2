package dev.gatehouse.check.rules;

import dev.gatehouse.check.FindingCollector;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.deployed.DeployedFile;
import dev.gatehouse.check.deployed.PolicyDocument;
import dev.gatehouse.deployment.PolicyScope;
import dev.gatehouse.deployment.ResourceTypes;
import dev.gatehouse.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether policy documents are complete. */
final class PolicyTextRules {
    private static final Set<String> ANSWERS = Set.of("return-response", "mock-response", "set-body");
    private static final List<String> SECTIONS = List.of("inbound", "backend", "outbound", "on-error");

    static final List<Rule> ALL = List.of(
            new Rule(
                    "policy-not-well-formed",
                    "API Management rejects the document, or a check in it is not where its author expects it."
                            + DocLinks.SCOPES,
                    "Fix the XML at this position.",
                    new EachPolicy(PolicyTextRules::syntax)),
            new Rule(
                    "placeholder-unfilled",
                    "The placeholder is deployed unchanged: the policy is rejected, or compares values with the placeholder."
                            + DocLinks.NAMED_VALUES,
                    "Deploy a named value of this name, or let the deployment replace the placeholder.",
                    PolicyTextRules::placeholders),
            new Rule(
                    "base-missing",
                    "Without <base />, the policies of broader scopes do not run in this section, including their token"
                            + " checks." + DocLinks.SCOPES,
                    "Begin the section with <base />.",
                    new EachPolicy(PolicyTextRules::base)));

    private PolicyTextRules() {}

    private static void syntax(PolicyDocument policy, FindingCollector notes) {
        policy.xml().faults().forEach(fault -> notes.found(policy.place().at(fault.position()), fault.what()));
        if (policy.xml().roots().isEmpty()) {
            notes.found(policy.place(), "the policy has no element");
        }
    }

    private static void placeholders(DeployedFile deployed, FindingCollector notes) {
        boolean valuesAreDeployed =
                deployed.all(ResourceTypes.NAMED_VALUE).findAny().isPresent()
                        && deployed.all(ResourceTypes.GATEWAY).findAny().isPresent();
        for (PolicyDocument policy : deployed.policies()) {
            boolean template = deployed.resources().isEmpty();
            policy.gap().ifPresent(expression -> notes.open(policy.place(), expression));
            PolicyDocument.PLACEHOLDER
                    .matcher(policy.text())
                    .results()
                    .map(found -> found.group())
                    .distinct()
                    .filter(text -> !policy.text().matches("(?s).*Replace\\(\\s*(\"|&quot;)" + text + ".*"))
                    .forEach(text -> {
                        if (template) {
                            notes.undecided(policy.place(), text + " is filled in by the deployment of this file");
                        } else {
                            notes.found(policy.place(), "the text contains " + text);
                        }
                    });
            Set<String> missing = deployed.namedValues().missing(policy.text());
            Optional<String> others = deployed.namedValues().unnamed();
            if (others.isPresent() && !missing.isEmpty()) {
                notes.open(policy.place(), others.get());
            } else if (valuesAreDeployed) {
                missing.forEach(name -> notes.found(policy.place(), "named value '" + name + "' not found"));
            } else if (!missing.isEmpty()) {
                notes.undecided(policy.place(), "named values are deployed elsewhere: " + String.join(", ", missing));
            }
            deployed.namedValues()
                    .uncertain(policy.text())
                    .forEach(name -> notes.undecided(
                            policy.place(), "the named value '" + name + "' is deployed on a condition"));
        }
    }

    private static void base(PolicyDocument policy, FindingCollector notes) {
        boolean anyBase = !policy.xml().all("base").isEmpty();
        boolean anySection =
                SECTIONS.stream().anyMatch(name -> !policy.xml().all(name).isEmpty());
        boolean mayBeBroadest = policy.scope() == PolicyScope.UNKNOWN && !anyBase;
        if (!anySection || policy.scope() == PolicyScope.GLOBAL || policy.scope() == PolicyScope.FRAGMENT) {
            return;
        }
        if (mayBeBroadest) {
            notes.undecided(
                    policy.place(), "the file does not say whether it is the policy of all APIs, which has no base");
            return;
        }
        for (String name : SECTIONS) {
            for (XmlElement section : policy.xml().all(name)) {
                boolean mayHaveOne = policy.gap().isPresent() && !section.text().isEmpty();
                if (section.all("base").isEmpty()
                        && !forwardsItself(section)
                        && !isNeverReached(section, policy)
                        && !mayHaveOne) {
                    notes.found(policy.at(section), "<" + name + "> has no <base />");
                }
            }
        }
    }

    /** No call goes on to the backend: the policy answers itself, or tells clients what they need before they have a token. */
    private static boolean isNeverReached(XmlElement section, PolicyDocument policy) {
        if (section.is("inbound")) {
            return section.children().stream()
                    .anyMatch(each -> each.is("return-response") && PreAuthenticationRules.isForAnyone(each));
        }
        return section.is("backend")
                && section.children().isEmpty()
                && Stream.concat(policy.section("inbound"), policy.section("outbound"))
                        .flatMap(XmlElement::all)
                        .anyMatch(each -> ANSWERS.contains(each.name()));
    }

    /** A backend section allows one policy only: with its own forwarding it cannot contain a base. */
    private static boolean forwardsItself(XmlElement section) {
        return section.is("backend") && !section.children().isEmpty();
    }
}
