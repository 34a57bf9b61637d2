package dev.gatehouse.doctor.probe;

/** What became of a row. */
public enum ProbeVerdict {
    PASSED("passed"),
    FAILED("FAILED"),
    /** It needs something that is not there, so nothing is known. */
    NOT_TRIED("not tried");

    private final String word;

    ProbeVerdict(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
