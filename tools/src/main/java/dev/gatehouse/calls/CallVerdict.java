package dev.gatehouse.calls;

/** The result of a row. */
public enum CallVerdict {
    /** Answered as expected. */
    PASSED,
    /** Answered otherwise. */
    FAILED,
    /** A prerequisite is missing, so the result is unknown. */
    NOT_TRIED
}
