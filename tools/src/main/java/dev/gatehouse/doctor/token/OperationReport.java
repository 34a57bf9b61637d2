package dev.gatehouse.doctor.token;

import dev.gatehouse.contract.Operation;
import java.util.List;
import java.util.Optional;

/** What an operation requires besides a valid token, and whether this token meets it; one rule for each layer that checks. */
public record OperationReport(Operation operation, List<RuleReport> rules) {
    public OperationReport {
        rules = List.copyOf(rules);
    }

    /** Whether every rule is known to pass. */
    boolean isAdmitted() {
        return rules.stream().allMatch(rule -> rule.passed().equals(Optional.of(true)));
    }

    public boolean isRefused() {
        return rules.stream().anyMatch(RuleReport::isRefused);
    }
}
