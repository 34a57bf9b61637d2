package dev.gatehouse.check;

import dev.gatehouse.check.deployed.DeployedFile;
import java.util.ArrayList;
import java.util.List;

/** Checks deployments against rules. */
public record Checker(List<Rule> rules) {
    public Checker {
        rules = List.copyOf(rules);
    }

    /**
     * Checks every deployment by every rule, in the order of both. What is undecided in a policy file is decided in the
     * deployments that include it.
     */
    public CheckFindings check(List<DeployedFile> deployments) {
        List<CheckFindings> each =
                deployments.parallelStream().map(one -> check(one, deployments)).toList();
        return new CheckFindings(
                each.stream().flatMap(one -> one.findings().stream()).toList(),
                UndecidedRules.merged(
                        each.stream().flatMap(one -> one.undecided().stream()).toList()));
    }

    private CheckFindings check(DeployedFile deployed, List<DeployedFile> all) {
        List<Finding> findings = new ArrayList<>();
        List<UndecidedRules> undecided = new ArrayList<>();
        boolean isDecidedElsewhere = all.stream().anyMatch(other -> other.deploys(deployed));
        Branches branches = new Branches(deployed);
        for (Rule rule : rules) {
            FindingCollector notes = branches.judged(rule);
            findings.addAll(notes.findings());
            if (!isDecidedElsewhere) {
                undecided.addAll(notes.undecided());
            }
        }
        return new CheckFindings(findings, undecided);
    }
}
