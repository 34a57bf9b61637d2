package dev.gatehouse.token;

import dev.gatehouse.redaction.Redaction;
import java.util.List;
import java.util.Optional;

/**
 * A token judged rule by rule, for people who look for a reason. It admits nobody, and what the token says may be forged
 * unless the rule of {@link Reason#SIGNATURE_INVALID} has passed.
 *
 * @param rules in the order in which they are asked; where the form or the header is refused, nothing more is
 * @param claimed what the token says of its caller; empty where it cannot be read
 */
public record Explanation(List<Judged> rules, Optional<Claimed> claimed) {

    /** What became of a rule. */
    public enum Outcome {
        PASSED,
        REFUSED,
        /** What it takes to tell was not at hand. */
        UNDECIDED
    }

    /**
     * One rule.
     *
     * @param reason what a token that breaks it is refused with
     * @param actual fit to be shown
     */
    public record Judged(Reason reason, Outcome outcome, String expected, String actual) {
        public Judged {
            actual = Redaction.of(actual);
        }

        static Judged of(RuleCheck check) {
            return new Judged(
                    check.reason(), check.holds() ? Outcome.PASSED : Outcome.REFUSED, check.expected(), check.actual());
        }

        static Judged passed(Reason reason, String expected, String actual) {
            return new Judged(reason, Outcome.PASSED, expected, actual);
        }

        static Judged of(Outcome outcome, Violation violation) {
            return new Judged(violation.reason(), outcome, violation.expected(), violation.actual());
        }
    }

    /**
     * Unverified words of a token.
     *
     * @param kind empty where it does not say clearly who calls
     */
    public record Claimed(
            Optional<VerifiedCaller.Kind> kind, Optional<String> objectId, List<String> roles, List<String> scopes) {
        public Claimed {
            roles = List.copyOf(roles);
            scopes = List.copyOf(scopes);
        }
    }

    public Explanation {
        rules = List.copyOf(rules);
    }
}
