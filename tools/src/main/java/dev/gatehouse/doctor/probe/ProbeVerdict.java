package dev.gatehouse.doctor.probe;

/** The result of a row. */
public enum ProbeVerdict {
    PASSED("passed"),
    FAILED("FAILED"),
    /** A prerequisite is missing, so the result is unknown. */
    NOT_TRIED("not tried");

    private final String word;

    ProbeVerdict(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
