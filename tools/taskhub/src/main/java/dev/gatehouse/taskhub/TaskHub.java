package dev.gatehouse.taskhub;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.regex.Pattern;

/** The two tables of a task hub, read at most {@code pageBound} pages at a time. */
public final class TaskHub {
    /** The row with the id of the instance's current execution. */
    private static final String SENTINEL = "sentinel";

    /** The common syntax of table names and task hub names. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{2,44}");

    private final HistoryTable instances;
    private final HistoryTable history;
    private final int pageBound;

    TaskHub(HistoryTable instances, HistoryTable history, int pageBound) {
        this.instances = instances;
        this.history = history;
        this.pageBound = pageBound;
    }

    public static boolean isName(String hub) {
        return NAME.matcher(hub).matches();
    }

    /** By the hub's name; sends no request yet. */
    public static TaskHub open(TableAccount account, String hub, int pageBound) {
        return new TaskHub(
                AzureTable.of(account, hub + "Instances"), AzureTable.of(account, hub + "History"), pageBound);
    }

    /**
     * The newest executions. The table is sorted by instance, so every page is read.
     *
     * @throws UnreadableHistory
     */
    public ExecutionList newest(HistoryQuery query) {
        TopExecutions newest = new TopExecutions(query.limit());
        ScanSummary read = ScanSummary.of(
                instances.pages(query.filter(), HistoryColumns.instances(query.withData())),
                pageBound,
                row -> newest.add(Execution.of(row, query.withData())));
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
                history.pages(HistoryQuery.ofInstance(instanceId), HistoryColumns.history(withData)),
                pageBound,
                events::add);
        Execution execution = explained(Execution.of(found.get(), withData), withData);
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
                instances.pages(HistoryQuery.ofInstance(instanceId) + " and RowKey eq ''", columns),
                pageBound,
                rows::add);
        return rows.stream().findFirst();
    }

    /** Keeps the newest executions, by creation time. */
    private static final class TopExecutions {
        private static final Comparator<Execution> BY_AGE = Comparator.<Execution, Instant>comparing(
                        execution -> execution.times().created())
                .thenComparing(Execution::instanceId);

        private final int limit;
        private final PriorityQueue<Execution> kept = new PriorityQueue<>(BY_AGE);

        TopExecutions(int limit) {
            this.limit = limit;
        }

        void add(Execution execution) {
            kept.add(execution);
            if (kept.size() > limit) {
                kept.poll(); // the oldest
            }
        }

        List<Execution> first() {
            return kept.stream().sorted(BY_AGE.reversed()).toList();
        }
    }
}
