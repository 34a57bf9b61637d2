package dev.gatehouse.token;

import java.util.ArrayList;
import java.util.List;

/**
 * The checks of a layer, in their order.
 *
 * @param all never empty: a layer that checks nothing is a fault
 */
public record Checks<T>(List<Check<T>> all) {
    private static final List<CheckResult> NONE = List.of();

    public Checks {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("a layer needs at least one check");
        }
    }

    /** What does not pass, in the order of the checks, up to a gate; empty where all pass. */
    public List<CheckResult> refusals(T subject) {
        List<CheckResult> refusals = NONE;
        for (Check<T> check : all) {
            if (check.verdict(subject) != Verdict.PASSED) {
                refusals = refusals.isEmpty() ? new ArrayList<>() : refusals;
                refusals.add(check.explain(subject));
                if (check.isGate()) {
                    return refusals;
                }
            }
        }
        return refusals;
    }

    /** Every check in words, also those after a gate: for people who look for a reason. */
    public List<CheckResult> explain(T subject) {
        return all.stream().map(check -> check.explain(subject)).toList();
    }
}
