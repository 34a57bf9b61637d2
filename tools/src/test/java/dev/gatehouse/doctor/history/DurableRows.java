package dev.gatehouse.doctor.history;

import com.azure.data.tables.TableClient;
import com.azure.data.tables.TableServiceClient;
import com.azure.data.tables.models.TableEntity;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.IntStream;

/** Rows as Durable Functions' Azure Storage provider writes them, in the tables of the hub {@code MyHub}. */
final class DurableRows {
    static final OffsetDateTime T = OffsetDateTime.parse("2026-11-20T08:00:00Z");

    /** Everything at once that a key may not hold, and a quote. */
    static final String ODD_ID = "o'r/1#a?b\\c^d\u0007";

    private static final String ODD_KEY = "o'r^01^2a^3b^1c^^d^\u00c7";

    /** More than one page of the service. */
    static final int OLD_ONES = 1_050;

    private final TableClient instances;
    private final TableClient history;

    private DurableRows(TableClient instances, TableClient history) {
        this.instances = instances;
        this.history = history;
    }

    static void writeTo(TableServiceClient tables) {
        DurableRows rows = new DurableRows(tables.createTable("MyHubInstances"), tables.createTable("MyHubHistory"));
        rows.writeOldInstances();
        rows.writeNewInstances();
        rows.writeHistory();
    }

    private void writeOldInstances() {
        IntStream.range(0, OLD_ONES)
                .parallel()
                .forEach(i -> instance(
                        String.format("old-%04d", i),
                        "Completed",
                        -OLD_ONES + i,
                        Map.of("CompletedTime", T.minusSeconds(OLD_ONES - i - 1), "Output", "\"private output\"")));
    }

    private void writeNewInstances() {
        instance(
                "a-completed",
                "Completed",
                10,
                Map.of(
                        "CompletedTime", T.plusSeconds(12).plusNanos(500_000_000),
                        "Input", "\"private input\"",
                        "Output",
                                "https://acct.blob.core.windows.net/myhub-largemessages/a-completed/history-0-Result.json.gz",
                        "CustomStatus", "\"private status\""));
        instance(
                ODD_KEY,
                "Failed",
                30,
                Map.of(
                        "CompletedTime", T.plusSeconds(34),
                        "Input", "{\"card\":\"private input\"}",
                        "Output", "com.microsoft.durabletask.TaskFailedException: card refused\n\tat private.Stack"));
        instance("z-running", "Running", 20, Map.of("CustomStatus", "null"));
        instance("m-ended", "Terminated", 5, Map.of("CompletedTime", T.plusSeconds(6), "Output", "by the operator"));
        instance("@counter@x", "Running", 40, Map.of());
    }

    private void writeHistory() {
        event(0, "OrchestratorStarted", 30, Map.of());
        event(1, "ExecutionStarted", 30, Map.of("Name", "Pay", "Input", "{\"card\":\"private input\"}"));
        event(2, "TaskScheduled", 31, Map.of("Name", "Charge", "EventId", 0, "Input", "\"private step input\""));
        event(3, "OrchestratorCompleted", 31, Map.of());
        event(
                4,
                "TaskFailed",
                33,
                Map.of(
                        "TaskScheduledId",
                        0,
                        "Reason",
                        "",
                        "FailureDetails",
                        "{\"ErrorType\":\"CardException\",\"ErrorMessage\":\"card refused\",\"StackTrace\":\"private stack\"}"));
        event(
                5,
                "ExecutionCompleted",
                34,
                Map.of(
                        "OrchestrationStatus",
                        "Failed",
                        "EventId",
                        1,
                        "FailureDetails",
                        "{\"ErrorType\":\"T\",\"ErrorMessage\":\"card refused\"}"));
        history.createEntity(new TableEntity(ODD_KEY, "sentinel")
                .setProperties(Map.of("ExecutionId", "now", "IsCheckpointComplete", true)));
        history.createEntity(row(
                ODD_KEY,
                String.format("%016X", 6),
                Map.of(
                        "EventType",
                        "TaskScheduled",
                        "Name",
                        "OfAnEarlierExecution",
                        "EventId",
                        9,
                        "ExecutionId",
                        "earlier",
                        "_Timestamp",
                        T)));
    }

    private void instance(String key, String status, int second, Map<String, Object> columns) {
        TableEntity row = row(
                key,
                "",
                Map.of(
                        "Name",
                        "Pay",
                        "RuntimeStatus",
                        status,
                        "ExecutionId",
                        "now",
                        "TaskHubName",
                        "MyHub",
                        "CreatedTime",
                        T.plusSeconds(second),
                        "LastUpdatedTime",
                        T.plusSeconds(second)));
        columns.forEach(row::addProperty);
        instances.createEntity(row);
    }

    private void event(int sequence, String type, int second, Map<String, Object> columns) {
        TableEntity row = row(
                ODD_KEY,
                String.format("%016X", sequence),
                Map.of(
                        "EventType",
                        type,
                        "ExecutionId",
                        "now",
                        "_Timestamp",
                        T.plusSeconds(second),
                        "IsPlayed",
                        false));
        columns.forEach(row::addProperty);
        history.createEntity(row);
    }

    private static TableEntity row(String partition, String key, Map<String, Object> columns) {
        TableEntity row = new TableEntity(partition, key);
        columns.forEach(row::addProperty);
        return row;
    }
}
