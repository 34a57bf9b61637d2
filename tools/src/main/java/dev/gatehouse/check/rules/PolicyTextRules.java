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

/** Whether policy documents are whole. */
final class PolicyTextRules {
    private static final List<String> SECTIONS = List.of("inbound", "backend", "outbound", "on-error");

    static final List<Rule> ALL = List.of(
            new Rule(
                    "policy-not-well-formed",
                    "API Management refuses the document, or a check in it is not where its author believes."
                            + DocLinks.SCOPES,
                    "Mend the XML at this place.",
                    new EachPolicy(PolicyTextRules::syntax)),
            new Rule(
                    "placeholder-unfilled",
                    "The text is deployed as it stands: the policy is refused, or compares with the placeholder."
                            + DocLinks.NAMED_VALUES,
                    "Deploy a named value of this name, or let the deployment replace the placeholder.",
                    PolicyTextRules::placeholders),
            new Rule(
                    "base-missing",
                    "Without <base /> the policies of broader scopes are not run in this section, their token checks"
                            + " among them." + DocLinks.SCOPES,
                    "Begin the section with <base />.",
                    new EachPolicy(PolicyTextRules::base)));

    private PolicyTextRules() {}

    private static void syntax(PolicyDocument policy, FindingCollector notes) {
        policy.xml().faults().forEach(fault -> notes.found(policy.place().at(fault.position()), fault.what()));
        if (policy.xml().roots().isEmpty()) {
            notes.found(policy.place(), "there is no element in it");
        }
    }

    private static void placeholders(DeployedFile deployed, FindingCollector notes) {
        boolean valuesAreDeployed =
                deployed.all(ResourceTypes.NAMED_VALUE).findAny().isPresent();
        for (PolicyDocument policy : deployed.policies()) {
            boolean template = deployed.resources().isEmpty();
            policy.gap()
                    .ifPresent(expression -> notes.undecided(policy.place(), FindingCollector.atRunTime(expression)));
            PolicyDocument.PLACEHOLDER
                    .matcher(policy.text())
                    .results()
                    .map(found -> found.group())
                    .distinct()
                    .forEach(text -> {
                        if (template) {
                            notes.undecided(policy.place(), text + " is filled by whatever deploys this file");
                        } else {
                            notes.found(policy.place(), "the text has " + text);
                        }
                    });
            Set<String> missing = deployed.namedValues().missing(policy.text());
            Optional<String> others = deployed.namedValues().unnamed();
            if (others.isPresent() && !missing.isEmpty()) {
                notes.undecided(policy.place(), FindingCollector.atRunTime(others.get()));
            } else if (valuesAreDeployed) {
                missing.forEach(name -> notes.found(policy.place(), "no named value is called '" + name + "'"));
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
                if (section.all("base").isEmpty() && !forwardsItself(section) && !mayHaveOne) {
                    notes.found(policy.at(section), "<" + name + "> has no <base />");
                }
            }
        }
    }

    /** A backend section takes one policy only: who forwards in their own way has no room for a base. */
    private static boolean forwardsItself(XmlElement section) {
        return section.is("backend") && !section.children().isEmpty();
    }
}
