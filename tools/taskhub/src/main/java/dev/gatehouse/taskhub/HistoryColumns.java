package dev.gatehouse.taskhub;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The selected columns: those with inputs and outputs are fetched only on request. */
final class HistoryColumns {
    static final List<String> KEYS = List.of("PartitionKey", "RowKey");

    private static final List<String> STATUS = List.of(
            "Name",
            "RuntimeStatus",
            "CreatedTime",
            "LastUpdatedTime",
            "CompletedTime",
            "ScheduledStartTime",
            "ExecutionId");

    private static final List<String> EVENT = List.of(
            "EventType",
            "EventId",
            "Name",
            "_Timestamp",
            "ExecutionId",
            "TaskScheduledId",
            "TimerId",
            "InstanceId",
            "OrchestrationStatus");

    private HistoryColumns() {}

    static List<String> instances(boolean withData) {
        return all(STATUS, withData ? withBlobs("Input", "Output", "CustomStatus") : List.of());
    }

    /** The columns in which the provider keeps the reason. */
    static List<String> output() {
        return all(withBlobs("Output"), List.of());
    }

    static List<String> history(boolean withData) {
        return all(
                Stream.concat(EVENT.stream(), withBlobs("Reason", "FailureDetails").stream())
                        .toList(),
                withData ? withBlobs("Input", "Result") : List.of());
    }

    private static List<String> all(List<String> some, List<String> others) {
        List<String> columns = new ArrayList<>(KEYS);
        columns.addAll(some);
        columns.addAll(others);
        return columns;
    }

    private static List<String> withBlobs(String... columns) {
        return Stream.of(columns)
                .flatMap(column -> Stream.of(column, Payload.blobColumn(column)))
                .toList();
    }
}
