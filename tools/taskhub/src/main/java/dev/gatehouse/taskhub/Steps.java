package dev.gatehouse.taskhub;

import dev.gatehouse.taskhub.ExecutionStep.Kind;
import dev.gatehouse.taskhub.ExecutionStep.Outcome;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates steps from the rows of the History table: a step's start and its end are two rows. */
final class Steps {
    /** The start of a step that another row ends. */
    private static final Map<String, Kind> BEGINNINGS = Map.of(
            "TaskScheduled", Kind.ACTIVITY,
            "SubOrchestrationInstanceCreated", Kind.SUB_ORCHESTRATION,
            "TimerCreated", Kind.TIMER);

    private static final Map<String, Outcome> ENDS = Map.of(
            "TaskCompleted", Outcome.COMPLETED,
            "TaskFailed", Outcome.FAILED,
            "SubOrchestrationInstanceCompleted", Outcome.COMPLETED,
            "SubOrchestrationInstanceFailed", Outcome.FAILED,
            "TimerFired", Outcome.COMPLETED);

    private static final Map<String, Kind> MOMENTS = Map.of(
            "ExecutionStarted", Kind.STARTED,
            "EventRaised", Kind.EVENT_RECEIVED,
            "EventSent", Kind.EVENT_SENT,
            "ExecutionSuspended", Kind.SUSPENDED,
            "ExecutionResumed", Kind.RESUMED,
            "ExecutionTerminated", Kind.TERMINATED,
            "ExecutionRewound", Kind.REWOUND,
            "ContinueAsNew", Kind.CONTINUED_AS_NEW,
            "ExecutionCompleted", Kind.ENDED);

    /** The provider's replay markers. */
    private static final List<String> BOOKKEEPING =
            List.of("OrchestratorStarted", "OrchestratorCompleted", "HistoryState");

    /** In the order in which they began; by event id if a later row may end them. */
    private final Map<Object, ExecutionStep> steps = new LinkedHashMap<>();

    private Steps() {}

    /** @param events in the order of the table, of one execution */
    static List<ExecutionStep> of(List<TableRow> events) {
        Steps steps = new Steps();
        events.forEach(steps::add);
        return List.copyOf(steps.steps.values());
    }

    static Instant time(TableRow event) {
        Instant time = event.time("_Timestamp");
        if (time == null) {
            throw new UnreadableHistory("a row of the History table has no _Timestamp: the layout has changed");
        }
        return time;
    }

    private void add(TableRow event) {
        String type = event.key("EventType");
        Outcome end = ENDS.get(type);
        if (end != null) {
            end(event, end);
        } else if (BEGINNINGS.containsKey(type)) {
            steps.put(idOf(event.number("EventId")), step(BEGINNINGS.get(type), event, Outcome.OPEN));
        } else if (!BOOKKEEPING.contains(type)) {
            steps.put(new Object(), step(MOMENTS.getOrDefault(type, Kind.OTHER), event, outcome(event)));
        }
    }

    /** An end without a known start is still a step: part of the history is missing, or was overwritten by a rewind. */
    private void end(TableRow event, Outcome how) {
        Integer begun =
                event.number("TaskScheduledId") == null ? event.number("TimerId") : event.number("TaskScheduledId");
        ExecutionStep step = steps.get(idOf(begun));
        if (step == null) {
            steps.put(new Object(), step(Kind.OTHER, event, Outcome.OPEN).ended(how, event));
        } else {
            steps.put(idOf(begun), step.ended(how, event));
        }
    }

    private static ExecutionStep step(Kind kind, TableRow event, Outcome outcome) {
        return new ExecutionStep(
                kind,
                name(kind, event),
                outcome,
                new ExecutionStep.Span(time(event), null),
                outcome == Outcome.FAILED || kind == Kind.SUSPENDED || kind == Kind.RESUMED
                        ? FailureReason.of(event)
                        : null,
                new ExecutionStep.Payloads(Payload.of(event, "Input"), Payload.of(event, "Result")));
    }

    private static @Nullable String name(Kind kind, TableRow event) {
        String name = event.text("Name");
        String child = event.text("InstanceId");
        if (kind == Kind.OTHER) {
            return event.key("EventType");
        }
        return child == null ? name : (name == null ? "" : name + " ") + "-> " + child;
    }

    private static Outcome outcome(TableRow event) {
        String status = event.text("OrchestrationStatus");
        return status == null
                ? Outcome.MOMENT
                : status.equals(RuntimeStatus.FAILED.word()) ? Outcome.FAILED : Outcome.COMPLETED;
    }

    private static Object idOf(@Nullable Integer number) {
        return number == null ? "none" : number;
    }
}
