package dev.gatehouse.taskhub;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of an execution.
 *
 * @param name of the activity, the orchestration or the event
 * @param ended null if it has not ended, or if the step has no duration
 */
public record ExecutionStep(
        Kind kind,
        @Nullable String name,
        Outcome outcome,
        Span span,
        @Nullable String reason,
        Payloads payloads) {

    /** The kind of a step, with its display name. */
    public enum Kind {
        STARTED("started"),
        ACTIVITY("activity"),
        SUB_ORCHESTRATION("sub-orchestration"),
        TIMER("timer"),
        EVENT_RECEIVED("event received"),
        EVENT_SENT("event sent"),
        SUSPENDED("suspended"),
        RESUMED("resumed"),
        TERMINATED("terminated"),
        REWOUND("rewound"),
        CONTINUED_AS_NEW("continued as new"),
        ENDED("ended"),
        OTHER("other");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** How a step ended. */
    public enum Outcome {
        COMPLETED,
        FAILED,
        /** Begun; no row shows its end. */
        OPEN,
        /** A step that cannot fail. */
        MOMENT
    }

    /** Its start and end. */
    public record Span(Instant started, @Nullable Instant ended) {}

    /** The step's input and output; without --show-data, both are null. */
    public record Payloads(Payload input, Payload result) {}

    /** Null for a step that has not ended, or has no duration. */
    public @Nullable Duration elapsed() {
        return span.ended() == null ? null : Duration.between(span.started(), span.ended());
    }

    ExecutionStep ended(Outcome how, TableRow by) {
        return new ExecutionStep(
                kind,
                name,
                how,
                new Span(span.started(), Steps.time(by)),
                how == Outcome.FAILED ? FailureReason.of(by) : null,
                new Payloads(payloads.input(), Payload.of(by, "Result")));
    }
}
