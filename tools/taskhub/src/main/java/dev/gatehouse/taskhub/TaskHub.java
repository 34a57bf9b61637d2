package dev.gatehouse.taskhub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The two tables of a task hub, read at most {@code pageBound} pages at a time. */
public final class TaskHub {
    /** The row with the id of the instance's current execution. */
    private static final String SENTINEL = "sentinel";

    private final HistoryTable instances;
    private final HistoryTable history;
    private final int pageBound;

    TaskHub(HistoryTable instances, HistoryTable history, int pageBound) {
        this.instances = instances;
        this.history = history;
        this.pageBound = pageBound;
    }

    /**
     * The newest executions. The table is sorted by instance, so every page is read.
     *
     * @throws UnreadableHistory
     */
    public ExecutionList newest(HistoryQuery query) {
        TopExecutions newest = new TopExecutions(query.limit());
        ScanSummary read = ScanSummary.of(
                instances.pages(Filters.executions(query), HistoryColumns.instances(query.withData())),
                pageBound,
                row -> newest.add(Executions.of(row, query.withData())));
        return new ExecutionList(
                newest.first().stream()
                        .map(execution -> explained(execution, query.withData()))
                        .toList(),
                read);
    }

    /**
     * One execution with its steps, if the hub knows it.
     *
     * @throws UnreadableHistory
     */
    public Optional<ExecutionHistory> execution(String instanceId, boolean withData) {
        Optional<TableRow> found = row(instanceId, HistoryColumns.instances(withData));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<TableRow> events = new ArrayList<>();
        ScanSummary read = ScanSummary.of(
                history.pages(Filters.instance(instanceId), HistoryColumns.history(withData)), pageBound, events::add);
        Execution execution = explained(Executions.of(found.get(), withData), withData);
        return Optional.of(new ExecutionHistory(execution, Steps.of(ofTheLastExecution(events)), read));
    }

    /** A restarted instance still has rows of its previous execution. */
    private static List<TableRow> ofTheLastExecution(List<TableRow> events) {
        Optional<String> last = events.stream()
                .filter(TaskHub::isSentinel)
                .findFirst()
                .or(() -> events.stream().findFirst())
                .map(row -> row.text("ExecutionId"));
        return events.stream()
                .filter(row -> !isSentinel(row))
                .filter(row -> last.isEmpty() || last.get().equals(row.text("ExecutionId")))
                .toList();
    }

    private static boolean isSentinel(TableRow row) {
        return row.key("RowKey").equals(SENTINEL);
    }

    private Execution explained(Execution execution, boolean withData) {
        boolean hasReason = RuntimeStatus.of(execution.status())
                .filter(RuntimeStatus::outputIsReason)
                .isPresent();
        if (!hasReason) {
            return execution;
        }
        Payload output = withData
                ? execution.data().output()
                : row(execution.instanceId(), HistoryColumns.output())
                        .map(row -> Payload.of(row, "Output"))
                        .orElse(Payload.NONE);
        return execution.because(FailureReason.of(output));
    }

    private Optional<TableRow> row(String instanceId, List<String> columns) {
        List<TableRow> rows = new ArrayList<>();
        ScanSummary.of(
                instances.pages(Filters.instance(instanceId) + " and RowKey eq ''", columns), pageBound, rows::add);
        return rows.stream().findFirst();
    }
}
