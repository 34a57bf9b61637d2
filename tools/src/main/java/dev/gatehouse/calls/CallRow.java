package dev.gatehouse.calls;

/** One row of the table of calls: what was called, by whom, and what came of it. */
public record CallRow(Question question, Outcome outcome) {

    public boolean is(CallVerdict verdict) {
        return outcome.is(verdict);
    }

    /**
     * The calls of a row, and the answer that they must get.
     *
     * @param name identifies the row for programs, stable across versions; empty where {@code called} and {@code caller} do
     * @param called an operation, such as {@code GET /accounts}; or an endpoint, for calls of several operations
     * @param caller who calls, and with what
     * @param expected status and layer
     * @param proves what an answer as expected proves; empty where it is clear
     */
    public record Question(String name, String called, String caller, String expected, String proves) {
        public static Question of(String called, String caller, String expected) {
            return new Question("", called, caller, expected, "");
        }
    }

    /**
     * What came of a row's calls.
     *
     * @param says the fault that the answer shows; what is needed to try the row; otherwise it may be empty
     */
    public record Outcome(CallVerdict verdict, Answer answer, String says) {
        public static Outcome passed(Answer answer) {
            return new Outcome(CallVerdict.PASSED, answer, "");
        }

        public static Outcome failed(Answer answer, String fault) {
            return new Outcome(CallVerdict.FAILED, answer, fault);
        }

        public static Outcome notTried(Answer answer, String needs) {
            return new Outcome(CallVerdict.NOT_TRIED, answer, "needs " + needs);
        }

        public static Outcome passed(String answer) {
            return passed(Answer.of(answer));
        }

        public static Outcome failed(String answer, String fault) {
            return failed(Answer.of(answer), fault);
        }

        public static Outcome notTried(String answer, String needs) {
            return notTried(Answer.of(answer), needs);
        }

        /** Without any call. */
        public static Outcome notTried(String needs) {
            return notTried("", needs);
        }

        public boolean is(CallVerdict other) {
            return verdict == other;
        }
    }

    /**
     * An answer.
     *
     * @param status of HTTP, Entra's code where no token was issued, or words; empty when no call was made
     * @param layer that answered; empty where it is not known
     * @param reason the layer's reason for a refusal, where it gives one; otherwise empty
     */
    public record Answer(String status, String layer, String reason) {
        public static Answer of(String words) {
            return new Answer(words, "", "");
        }

        /** Such as {@code 401 gateway}. */
        @Override
        public String toString() {
            return layer.isEmpty() ? status : status + " " + layer;
        }
    }
}
