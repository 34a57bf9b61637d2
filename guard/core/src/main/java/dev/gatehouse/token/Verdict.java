package dev.gatehouse.token;

/** What a check found. Whoever decides takes {@link #UNDECIDED} for refused. */
public enum Verdict {
    PASSED,
    REFUSED,
    /** What the check needs to know was not available. */
    UNDECIDED;

    public static Verdict of(boolean passes) {
        return passes ? PASSED : REFUSED;
    }
}
