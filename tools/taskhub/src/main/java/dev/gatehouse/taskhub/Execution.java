package dev.gatehouse.taskhub;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One execution of an orchestration.
 *
 * @param status as in the table
 * @param reason why it failed, was terminated or is suspended
 * @param data without --show-data, all three are null
 */
public record Execution(
        String instanceId,
        String name,
        String status,
        Times times,
        @Nullable String reason,
        Data data) {

    /** When it was created, last changed, and ended; and when a delayed execution is to start. */
    public record Times(
            Instant created,
            @Nullable Instant updated,
            @Nullable Instant completed,
            @Nullable Instant scheduled) {}

    /** The orchestration's input, output and custom status. */
    public record Data(Payload input, Payload output, Payload customStatus) {
        public static final Data NONE = new Data(Payload.NONE, Payload.NONE, Payload.NONE);
    }

    /** From a row of the Instances table. */
    static Execution of(TableRow row, boolean withData) {
        return new Execution(
                PartitionKeys.unescaped(row.key("PartitionKey")),
                Objects.requireNonNullElse(row.text("Name"), ""),
                Objects.requireNonNullElse(row.text("RuntimeStatus"), "unknown"),
                times(row),
                null,
                withData ? data(row) : Data.NONE);
    }

    private static Times times(TableRow row) {
        Instant created = row.time("CreatedTime");
        if (created == null) {
            throw new UnreadableHistory("a row of the Instances table has no CreatedTime: the layout has changed,"
                    + " or the table belongs to another application");
        }
        return new Times(
                created, row.time("LastUpdatedTime"), row.time("CompletedTime"), row.time("ScheduledStartTime"));
    }

    private static Data data(TableRow row) {
        return new Data(Payload.of(row, "Input"), Payload.of(row, "Output"), Payload.of(row, "CustomStatus"));
    }

    public boolean isOver() {
        return RuntimeStatus.of(status).filter(RuntimeStatus::isOver).isPresent();
    }

    /** Until its end, or until now. Older rows, without the column {@code CompletedTime}, end with their last change. */
    public Duration elapsed(Instant now) {
        Instant end = now;
        if (isOver()) {
            // a rewound execution keeps its former end time, so the status must be final
            end = times.completed() != null ? times.completed() : times.updated() != null ? times.updated() : now;
        }
        return Duration.between(times.created(), end);
    }

    /** The same, and why it failed. */
    public Execution because(@Nullable String why) {
        return new Execution(instanceId, name, status, times, why, data);
    }
}
