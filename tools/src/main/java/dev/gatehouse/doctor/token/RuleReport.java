package dev.gatehouse.doctor.token;

import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * The result of one check of a layer, and how to fix it.
 *
 * @param rule as the layer calls it
 * @param fix one thing to do; empty if nothing has to be done
 * @param comparedWith the configured values that the check compares with, as far as it names them
 */
public record RuleReport(String rule, CheckResult result, String fix, List<String> comparedWith) {
    public RuleReport {
        comparedWith = List.copyOf(comparedWith);
    }

    RuleReport(String rule, CheckResult result, String fix) {
        this(rule, result, fix, List.of());
    }

    /** Empty if undecided; {@code fix} then says which option decides it. */
    public Optional<Boolean> passed() {
        return result.verdict() == Verdict.UNDECIDED ? Optional.empty() : Optional.of(result.isPassed());
    }

    public boolean isRefused() {
        return result.verdict() == Verdict.REFUSED;
    }

    /** The layer's own name for a refusal; empty for a check that has passed. */
    public String reason() {
        return result.isPassed() ? "" : result.id().code();
    }
}
