package dev.gatehouse.doctor.token;

import dev.gatehouse.local.signature.Signatures;
import dev.gatehouse.token.Violation;
import java.time.Clock;
import java.util.Optional;

/**
 * What every layer is asked with.
 *
 * @param signatures as at the layers, with the keys that are at hand
 */
record Replay(Setup setup, Signatures signatures, Clock clock, Remedies remedies, Kind kind) {

    RuleReport refused(String rule, Violation violation) {
        String code = violation.reason().code();
        return new RuleReport(
                rule, Optional.of(false), code, violation.expected(), violation.actual(), remedies.of(code));
    }

    /** What was told is known; a rule that compares an id with something else cannot be decided. */
    RuleReport orUndecided(RuleReport rule, String comparedWith, String toGive) {
        return rule.isRefused() && setup.isNotKnown(comparedWith) && Nature.holdsAnId(rule.actual())
                ? rule.undecided(toGive)
                : rule;
    }
}
