package dev.gatehouse.check;

import dev.gatehouse.check.deployed.DeployedFile;
import java.util.ArrayList;
import java.util.List;

/** Holds deployments to rules. */
public record Checker(List<Rule> rules) {
    public Checker {
        rules = List.copyOf(rules);
    }

    /**
     * Every deployment by every rule, in the order of both. What a policy file leaves open, the deployments that it is part of
     * decide.
     */
    public CheckFindings check(List<DeployedFile> deployments) {
        List<Finding> findings = new ArrayList<>();
        List<UndecidedRules> undecided = new ArrayList<>();
        for (DeployedFile deployed : deployments) {
            boolean isDecidedElsewhere = deployments.stream().anyMatch(other -> other.deploys(deployed));
            for (Rule rule : rules) {
                FindingCollector notes = new FindingCollector(rule);
                rule.check().of(deployed, notes);
                findings.addAll(notes.findings());
                if (!isDecidedElsewhere) {
                    undecided.addAll(notes.undecided());
                }
            }
        }
        return new CheckFindings(findings, UndecidedRules.merged(undecided));
    }
}
