package dev.gatehouse.doctor.history;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.gatehouse.rendering.ReportJson;
import dev.gatehouse.taskhub.ExecutionHistory;
import dev.gatehouse.taskhub.ExecutionList;
import dev.gatehouse.taskhub.Payload;
import dev.gatehouse.taskhub.ScanSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Executions and steps for programs. Times are ISO 8601 in UTC; unknown values are null; values not requested are absent. */
public record HistoryJson(Instant now, boolean withData) {

    private record Listing(List<Execution> executions, ScanSummary read) {}

    private record History(Execution execution, List<Step> steps, ScanSummary read) {}

    private record Execution(
            String instanceId,
            @Nullable String name,
            String status,
            boolean over,
            @Nullable String created,
            @Nullable String lastUpdated,
            @Nullable String completed,
            @Nullable String scheduledStart,
            long durationMillis,
            @Nullable String reason,
            @JsonUnwrapped @Nullable ExecutionData data) {}

    private record ExecutionData(
            @Nullable Payload input,
            @Nullable Payload output,
            @Nullable Payload customStatus) {}

    private record Step(
            String kind,
            @Nullable String name,
            String outcome,
            @Nullable String started,
            @Nullable String ended,
            @Nullable Long durationMillis,
            @Nullable String reason,
            @JsonUnwrapped @Nullable StepData data) {}

    private record StepData(
            @Nullable Payload input, @Nullable Payload result) {}

    public String of(ExecutionList listing) {
        return ReportJson.of(
                new Listing(listing.executions().stream().map(this::json).toList(), listing.read()));
    }

    public String of(ExecutionHistory history) {
        return ReportJson.of(new History(
                json(history.execution()),
                history.steps().stream().map(this::json).toList(),
                history.read()));
    }

    private Execution json(dev.gatehouse.taskhub.Execution execution) {
        dev.gatehouse.taskhub.Execution.Times times = execution.times();
        return new Execution(
                execution.instanceId(),
                execution.name(),
                execution.status(),
                execution.isOver(),
                text(times.created()),
                text(times.updated()),
                text(times.completed()),
                text(times.scheduled()),
                execution.elapsed(now).toMillis(),
                execution.reason(),
                withData
                        ? new ExecutionData(
                                known(execution.data().input()),
                                known(execution.data().output()),
                                known(execution.data().customStatus()))
                        : null);
    }

    private Step json(dev.gatehouse.taskhub.ExecutionStep step) {
        Duration elapsed = step.elapsed();
        return new Step(
                step.kind().word(),
                step.name(),
                step.outcome().name().toLowerCase(Locale.ROOT),
                text(step.span().started()),
                text(step.span().ended()),
                elapsed == null ? null : elapsed.toMillis(),
                step.reason(),
                withData
                        ? new StepData(
                                known(step.payloads().input()),
                                known(step.payloads().result()))
                        : null);
    }

    private static @Nullable Payload known(Payload payload) {
        return payload.isNone() ? null : payload;
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
