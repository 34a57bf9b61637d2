package dev.gatehouse.token;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One question to the claims of a token whose signature holds. A missing claim is a violation. The words are made only
 * where they are wanted: they take longer than the question.
 *
 * @param reason what a token that breaks it is refused with
 */
record ClaimRule(
        Reason reason,
        Predicate<VerifiedClaims> question,
        Function<VerifiedClaims, String> expected,
        Function<VerifiedClaims, String> actual) {
    private static final Optional<Violation> HOLDS = Optional.empty();

    Optional<Violation> check(VerifiedClaims verified) {
        return question.test(verified)
                ? HOLDS
                : Optional.of(new Violation(reason, expected.apply(verified), actual.apply(verified)));
    }

    /** The same with all words, for people who look for a reason. */
    RuleCheck explained(VerifiedClaims verified) {
        return new RuleCheck(reason, question.test(verified), expected.apply(verified), actual.apply(verified));
    }
}
