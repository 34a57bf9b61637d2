package dev.gatehouse.token;

import dev.gatehouse.redaction.Redaction;

/**
 * One check and what it found, in words for an operator. Programs decide by {@link #id} and {@link #verdict}, never by the words.
 *
 * @param expected what the check requires
 * @param actual what the sender's text says, redacted here
 */
public record CheckResult(CheckId id, Verdict verdict, String expected, String actual) {
    /** What is said of a claim that a token does not have. */
    public static final String ABSENT = "absent";

    public CheckResult {
        actual = Redaction.of(actual);
    }

    public static CheckResult passed(CheckId id, String expected, String actual) {
        return new CheckResult(id, Verdict.PASSED, expected, actual);
    }

    public static CheckResult refused(CheckId id, String expected, String actual) {
        return new CheckResult(id, Verdict.REFUSED, expected, actual);
    }

    public static CheckResult undecided(CheckId id, String expected, String actual) {
        return new CheckResult(id, Verdict.UNDECIDED, expected, actual);
    }

    /** The same result, reported under the id of another layer. */
    public CheckResult as(CheckId other) {
        return new CheckResult(other, verdict, expected, actual);
    }

    /**
     * The same check where what it compares with is not known.
     *
     * @param why in the place of what is expected
     */
    public CheckResult butUndecided(String why) {
        return new CheckResult(id, Verdict.UNDECIDED, why, actual);
    }

    public boolean isPassed() {
        return verdict == Verdict.PASSED;
    }

    /**
     * The guard's reason for this.
     *
     * @throws java.util.NoSuchElementException where the guard has no such check
     */
    public Reason reason() {
        return id.reason().orElseThrow();
    }
}
