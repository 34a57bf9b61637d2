package dev.gatehouse.doctor.token;

import dev.gatehouse.contract.Operation;
import java.util.List;
import java.util.Optional;

/** What an operation asks beyond a good token, and whether this one has it; one rule for each layer that asks. */
public record OperationReport(Operation operation, List<RuleReport> rules) {
    public OperationReport {
        rules = List.copyOf(rules);
    }

    /** Whether every rule is known to hold. */
    boolean isAdmitted() {
        return rules.stream().allMatch(rule -> rule.passed().equals(Optional.of(true)));
    }

    public boolean isRefused() {
        return rules.stream().anyMatch(RuleReport::isRefused);
    }
}
