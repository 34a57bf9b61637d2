package dev.gatehouse.check.settings;

import dev.gatehouse.check.FindingSeverity;
import dev.gatehouse.check.Rule;
import java.util.List;

/** Mistakes of suppressions themselves. They are found where suppressions are applied, not in what is deployed. */
public final class SuppressionRules {
    static final Rule WITHOUT_REASON = new Rule(
                    "suppression-without-reason",
                    "Without a reason it cannot be judged later; it suppresses nothing.",
                    "Add the reason: gatehouse-ignore RULE: REASON.",
                    (deployed, notes) -> {})
            .with(FindingSeverity.WARNING);
    static final Rule UNUSED = new Rule(
                    "suppression-unused",
                    "It would hide a mistake that is made there later.",
                    "Remove it, or correct the name of the rule.",
                    (deployed, notes) -> {})
            .with(FindingSeverity.WARNING);

    public static final List<Rule> ALL = List.of(WITHOUT_REASON, UNUSED);

    private SuppressionRules() {}
}
