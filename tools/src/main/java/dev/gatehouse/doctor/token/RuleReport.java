package dev.gatehouse.doctor.token;

import java.util.Optional;

/**
 * What a rule says of the token.
 *
 * @param passed empty where it cannot be told; {@code fix} then says what to give
 * @param reason the layer's own name for a refusal; empty for one that has passed
 * @param fix one thing to do; empty where there is nothing to do
 */
public record RuleReport(
        String rule, Optional<Boolean> passed, String reason, String expected, String actual, String fix) {

    public boolean isRefused() {
        return passed.equals(Optional.of(false));
    }

    RuleReport undecided(String toGive) {
        return new RuleReport(rule, Optional.empty(), "", "known only once it is deployed", actual, toGive);
    }
}
