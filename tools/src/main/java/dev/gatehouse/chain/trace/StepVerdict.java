package dev.gatehouse.chain.trace;

/** The decision of a rule. */
public enum StepVerdict {
    /** The request goes on. */
    PASSED,
    /** A rule ended the request. */
    REFUSED,
    /** A failure ended the request. */
    FAILED,
    /** An observation without a decision. */
    NOTED;

    /** Whether the request ends here. */
    public boolean ends() {
        return this == REFUSED || this == FAILED;
    }
}
