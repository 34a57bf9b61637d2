package dev.gatehouse.doctor.token;

import dev.gatehouse.token.CheckResult;
import dev.gatehouse.token.Verdict;
import java.util.Optional;

/**
 * What a layer's check finds in the token, and what to do about it.
 *
 * @param rule as the layer calls it
 * @param fix one thing to do; empty where there is nothing to do
 */
public record RuleReport(String rule, CheckResult result, String fix) {

    /** Empty where it cannot be decided; {@code fix} then says what to give. */
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
