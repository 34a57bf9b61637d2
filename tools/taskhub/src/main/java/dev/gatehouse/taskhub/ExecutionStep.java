package dev.gatehouse.taskhub;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of an execution.
 *
 * @param name of the activity, the orchestration or the event
 * @param ended null where it is still open, or where the step is a moment
 */
public record ExecutionStep(
        Kind kind,
        @Nullable String name,
        Outcome outcome,
        Span span,
        @Nullable String reason,
        Payloads payloads) {

    /** What a step is, by the words that people read. */
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
        /** Begun; no row says that it ended. */
        OPEN,
        /** Nothing that could fail. */
        MOMENT
    }

    /** From when to when. */
    public record Span(Instant started, @Nullable Instant ended) {}

    /** What the step was given and what it gave; without --show-data, twice nothing. */
    public record Payloads(Payload input, Payload result) {}

    /** Null for what has not ended, or takes no time. */
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
