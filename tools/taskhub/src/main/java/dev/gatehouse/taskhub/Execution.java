package dev.gatehouse.taskhub;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One execution of an orchestration.
 *
 * @param status the table's word
 * @param reason why it failed, was ended or is held
 * @param data without --show-data, three times nothing
 */
public record Execution(
        String instanceId,
        String name,
        String status,
        Times times,
        @Nullable String reason,
        Data data) {

    /** When it was created, last changed, and ended; and when it is to start, for a delayed one. */
    public record Times(
            Instant created,
            @Nullable Instant updated,
            @Nullable Instant completed,
            @Nullable Instant scheduled) {}

    /** What the orchestration was given, what it gave, and what it says of itself. */
    public record Data(Payload input, Payload output, Payload customStatus) {
        public static final Data NONE = new Data(Payload.NONE, Payload.NONE, Payload.NONE);
    }

    public boolean isOver() {
        return RuntimeStatus.of(status).filter(RuntimeStatus::isOver).isPresent();
    }

    /** Until its end, or until now. Rows from before the column {@code CompletedTime} was written end with their last change. */
    public Duration elapsed(Instant now) {
        Instant end = now;
        if (isOver()) {
            // a rewound execution keeps the end it had before: only one that is over has ended
            end = times.completed() != null ? times.completed() : times.updated() != null ? times.updated() : now;
        }
        return Duration.between(times.created(), end);
    }

    /** The same, and why it failed. */
    public Execution because(@Nullable String why) {
        return new Execution(instanceId, name, status, times, why, data);
    }
}
