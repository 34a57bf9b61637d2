package dev.gatehouse.check;

import dev.gatehouse.check.deployed.Deployed;
import java.util.ArrayList;
import java.util.List;

/** Holds deployments to rules. */
public record Checker(List<Rule> rules) {
    public Checker {
        rules = List.copyOf(rules);
    }

    /** Every deployment by every rule, in the order of both. */
    public Report check(List<Deployed> deployments) {
        List<Finding> findings = new ArrayList<>();
        List<Undecided> undecided = new ArrayList<>();
        for (Deployed deployed : deployments) {
            for (Rule rule : rules) {
                Notes notes = new Notes(rule);
                rule.check().of(deployed, notes);
                findings.addAll(notes.findings());
                undecided.addAll(notes.undecided());
            }
        }
        return new Report(findings, undecided);
    }
}
