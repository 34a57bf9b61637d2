package dev.gatehouse.doctor.probe;

/** One row of the probe: the call, and its verdict. */
public record ProbeRow(Question question, Judged judged) {

    /**
     * The call of a row and the expected result.
     *
     * @param name identifies the row for programs; stable across versions
     * @param call describes the call for people
     * @param proves what a passed row proves
     */
    public record Question(String name, String call, String expected, String proves) {}

    /**
     * The verdict.
     *
     * @param actual the response; empty when no call was made
     * @param says the security hole when the row failed; what is needed when it was not tried; otherwise it may be empty
     */
    public record Judged(ProbeVerdict verdict, String actual, String says) {

        static Judged passed(String actual) {
            return new Judged(ProbeVerdict.PASSED, actual, "");
        }

        static Judged failed(String actual, String hole) {
            return new Judged(ProbeVerdict.FAILED, actual, hole);
        }

        static Judged notTried(String needs) {
            return notTried("", needs);
        }

        static Judged notTried(String actual, String needs) {
            return new Judged(ProbeVerdict.NOT_TRIED, actual, "needs " + needs);
        }

        boolean is(ProbeVerdict other) {
            return verdict == other;
        }
    }

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
}
