package dev.gatehouse.doctor.trace;

import dev.gatehouse.chain.trace.Layer;

/**
 * A step of a trace, safe to show.
 *
 * @param layer that decided
 * @param at the policy, where in the policies it is, and the time since the request arrived, as written in the trace
 * @param said the trace's own text
 * @param finding what that means
 */
public record TraceStep(Layer layer, At at, String said, StepFinding finding) {

    /** @param took may be empty */
    public record At(String policy, String where, String took) {}

    /** What a step did with the request. */
    public enum Outcome {
        PASSED,
        /** An observation without a decision. */
        NOTED,
        REFUSED,
        FAILED,
        /** Nothing is known about entries of this kind, so nothing is claimed. */
        NOT_UNDERSTOOD;

        /** Whether the request ends here, unless a policy ignores it. */
        public boolean ends() {
            return this == REFUSED || this == FAILED;
        }
    }

    /**
     * @param reason the layer's own name, or a code; may be empty
     * @param means in one sentence; may be empty
     * @param fix one thing to do; empty if nothing has to be done
     */
    public record StepFinding(Outcome outcome, String reason, String means, String fix) {
        static StepFinding passed() {
            return new StepFinding(Outcome.PASSED, "", "", "");
        }

        static StepFinding noted(String means) {
            return new StepFinding(Outcome.NOTED, "", means, "");
        }
    }

    boolean ends() {
        return finding.outcome().ends();
    }

    /** Whether it ends the request for a reason that is known. */
    boolean isExplained() {
        return ends() && !finding.reason().isEmpty();
    }
}
