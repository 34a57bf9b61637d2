package dev.gatehouse.taskhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.taskhub.ExecutionStep.Kind;
import dev.gatehouse.taskhub.ExecutionStep.Outcome;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaskHubTest {
    private static final OffsetDateTime T = OffsetDateTime.parse("2026-11-20T08:00:00Z");
    private static final FakeTable NO_HISTORY = FakeTable.of();

    @Test
    void findsTheNewestAcrossPagesNewestFirst() {
        FakeTable instances = new FakeTable(List.of(
                List.of(instance("a", 1), instance("b", 9)),
                List.of(instance("c", 5)),
                List.of(instance("d", 7), instance("e", 2))));

        ExecutionList listing = new TaskHub(instances, NO_HISTORY, 3).newest(query(3));

        assertThat(listing.executions()).extracting(Execution::instanceId).containsExactly("b", "d", "c");
        assertThat(listing.read()).isEqualTo(new ScanSummary(3, 5, true));
    }

    @Test
    void saysThatTheBoundCutTheReading() {
        FakeTable instances = new FakeTable(List.of(List.of(instance("a", 1)), List.of(instance("b", 9))));

        ExecutionList listing = new TaskHub(instances, NO_HISTORY, 1).newest(query(3));

        assertThat(listing.executions()).extracting(Execution::instanceId).containsExactly("a");
        assertThat(listing.read()).isEqualTo(new ScanSummary(1, 1, false));
    }

    @Test
    void takesTheReasonOfAFailureFromTheOutputOfThatRowAlone() {
        FakeTable instances = FakeTable.of(
                with(
                        instance("bad", 2),
                        Map.of("RuntimeStatus", "Failed", "Output", "java.io.IOException: no disk\n at x")),
                with(instance("good", 1), Map.of("RuntimeStatus", "Completed", "Output", "\"private\"")));

        ExecutionList listing = new TaskHub(instances, NO_HISTORY, 1).newest(query(9));

        assertThat(listing.executions())
                .extracting(Execution::reason)
                .containsExactly("java.io.IOException: no disk", null);
        assertThat(listing.executions()).allMatch(execution -> execution.data().equals(Execution.Data.NONE));
        assertThat(instances.filters).hasSize(2).last().isEqualTo("PartitionKey eq 'bad' and RowKey eq ''");
    }

    @Test
    void showsDataOnlyWhenAsked() {
        FakeTable instances =
                FakeTable.of(with(instance("a", 1), Map.of("Input", "\"private\"", "CustomStatus", "null")));

        assertThat(new TaskHub(instances, NO_HISTORY, 1)
                        .newest(new HistoryQuery(Set.of(), null, 1, true))
                        .executions()
                        .get(0)
                        .data())
                .isEqualTo(new Execution.Data(new Payload("\"private\"", null), Payload.NONE, Payload.NONE));
    }

    @Test
    void pairsWhatBeganAStepWithWhatEndedIt() {
        FakeTable history = FakeTable.of(
                event(0, "OrchestratorStarted", Map.of()),
                event(1, "ExecutionStarted", Map.of("Name", "Pay")),
                event(2, "TaskScheduled", Map.of("EventId", 0, "Name", "Charge")),
                event(3, "TaskScheduled", Map.of("EventId", 1, "Name", "Notify")),
                event(4, "TimerCreated", Map.of("EventId", 2)),
                event(5, "TimerFired", Map.of("TimerId", 2, "EventId", -1)),
                event(
                        6,
                        "TaskFailed",
                        Map.of(
                                "TaskScheduledId",
                                0,
                                "EventId",
                                -1,
                                "FailureDetails",
                                "{\"ErrorType\":\"X\",\"ErrorMessage\":\"card refused\",\"StackTrace\":\"at\"}")),
                event(
                        7,
                        "ExecutionCompleted",
                        Map.of(
                                "EventId",
                                3,
                                "OrchestrationStatus",
                                "Failed",
                                "FailureDetails",
                                "{\"ErrorType\":\"Y\",\"ErrorMessage\":\"no pay\"}")));

        List<ExecutionStep> steps = steps(history);

        assertThat(steps)
                .extracting(ExecutionStep::kind)
                .containsExactly(Kind.STARTED, Kind.ACTIVITY, Kind.ACTIVITY, Kind.TIMER, Kind.ENDED);
        assertThat(steps)
                .extracting(ExecutionStep::outcome)
                .containsExactly(Outcome.MOMENT, Outcome.FAILED, Outcome.OPEN, Outcome.COMPLETED, Outcome.FAILED);
        assertThat(steps)
                .extracting(ExecutionStep::reason)
                .containsExactly(null, "X: card refused", null, null, "Y: no pay");
        assertThat(steps)
                .extracting(ExecutionStep::elapsed)
                .containsExactly(null, Duration.ofSeconds(4), null, Duration.ofSeconds(1), null);
    }

    @Test
    void leavesOutWhatAnEarlierExecutionOfTheInstanceLeftBehind() {
        FakeTable history = FakeTable.of(
                event(1, "ExecutionStarted", Map.of("Name", "Pay")),
                event(2, "TaskScheduled", Map.of("EventId", 0, "Name", "Old", "ExecutionId", "earlier")),
                Map.of("PartitionKey", "a", "RowKey", "sentinel", "ExecutionId", "now"));

        assertThat(steps(history)).extracting(ExecutionStep::name).containsExactly("Pay");
    }

    @Test
    void showsAnEndWithoutABeginning() {
        assertThat(steps(FakeTable.of(event(1, "TaskCompleted", Map.of("TaskScheduledId", 5)))))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.kind()).isEqualTo(Kind.OTHER);
                    assertThat(step.name()).isEqualTo("TaskCompleted");
                });
    }

    @Test
    void knowsNoInstanceThatHasNoRow() {
        assertThat(new TaskHub(FakeTable.of(), NO_HISTORY, 1).execution("a", false))
                .isEmpty();
    }

    @Test
    void saysThatATableIsAnothers() {
        Map<String, Object> row = with(instance("a", 1), Map.of("CreatedTime", "yesterday"));

        assertThatThrownBy(() -> new TaskHub(FakeTable.of(row), NO_HISTORY, 1).newest(query(1)))
                .isInstanceOf(UnreadableHistory.class)
                .hasMessageContaining("CreatedTime holds String where Durable Functions'");
    }

    private static List<ExecutionStep> steps(FakeTable history) {
        return new TaskHub(FakeTable.of(instance("a", 1)), history, 1)
                .execution("a", false)
                .orElseThrow()
                .steps();
    }

    private static HistoryQuery query(int limit) {
        return new HistoryQuery(Set.of(), null, limit, false);
    }

    private static Map<String, Object> instance(String id, int second) {
        return Map.of(
                "PartitionKey",
                id,
                "RowKey",
                "",
                "Name",
                "Pay",
                "RuntimeStatus",
                "Running",
                "CreatedTime",
                T.plusSeconds(second));
    }

    private static Map<String, Object> event(int second, String type, Map<String, Object> columns) {
        return with(
                Map.of(
                        "PartitionKey",
                        "a",
                        "RowKey",
                        String.format("%016X", second),
                        "EventType",
                        type,
                        "ExecutionId",
                        "now",
                        "_Timestamp",
                        T.plusSeconds(second)),
                columns);
    }

    private static Map<String, Object> with(Map<String, Object> row, Map<String, Object> columns) {
        Map<String, Object> both = new HashMap<>(row);
        both.putAll(columns);
        return both;
    }
}
