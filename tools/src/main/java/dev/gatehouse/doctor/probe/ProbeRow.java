package dev.gatehouse.doctor.probe;

/** One row of the probe: what was asked, and how it was judged. */
public record ProbeRow(Question question, Judged judged) {

    /**
     * What a row asks.
     *
     * @param name stays the same from version to version, for programs
     * @param call for people
     * @param proves what is known when it has passed
     */
    public record Question(String name, String call, String expected, String proves) {}

    /**
     * The answer to it.
     *
     * @param actual what was answered; empty when nothing was tried
     * @param says the hole of a row that failed, what a row that was not tried needs; may be empty for others
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
}
