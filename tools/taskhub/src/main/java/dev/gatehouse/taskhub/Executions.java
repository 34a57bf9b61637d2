package dev.gatehouse.taskhub;

import dev.gatehouse.taskhub.Execution.Data;
import dev.gatehouse.taskhub.Execution.Times;
import java.time.Instant;
import java.util.Objects;

/** Reads rows of the Instances table. */
final class Executions {
    private Executions() {}

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
}
