package dev.gatehouse.chain.trace;

/** What a rule said. */
public enum StepVerdict {
    /** The request goes on. */
    PASSED,
    /** The request ends here, by a rule. */
    REFUSED,
    /** The request ends here, as something broke. */
    FAILED,
    /** Nothing was decided, only seen. */
    NOTED;

    /** Whether the request ends here. */
    public boolean ends() {
        return this == REFUSED || this == FAILED;
    }
}
