package dev.gatehouse.token;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One question to a token's claims. A missing claim is refused.
 *
 * @param isGate as {@link Check#isGate}
 */
record ClaimCheck(
        CheckId id,
        Predicate<TokenUnderCheck> passes,
        Function<TokenUnderCheck, String> expected,
        Function<TokenUnderCheck, String> actual,
        boolean isGate)
        implements Check<TokenUnderCheck> {

    ClaimCheck(
            CheckId id,
            Predicate<TokenUnderCheck> passes,
            Function<TokenUnderCheck, String> expected,
            Function<TokenUnderCheck, String> actual) {
        this(id, passes, expected, actual, false);
    }

    /** The same, before which nothing else counts. */
    ClaimCheck asGate() {
        return new ClaimCheck(id, passes, expected, actual, true);
    }

    @Override
    public Verdict verdict(TokenUnderCheck token) {
        return Verdict.of(passes.test(token));
    }

    @Override
    public CheckResult explain(TokenUnderCheck token) {
        return new CheckResult(id, verdict(token), expected.apply(token), actual.apply(token));
    }
}
