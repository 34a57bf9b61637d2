package dev.gatehouse.doctor.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.taskhub.Execution;
import dev.gatehouse.taskhub.ExecutionHistory;
import dev.gatehouse.taskhub.ExecutionList;
import dev.gatehouse.taskhub.ExecutionStep;
import dev.gatehouse.taskhub.Payload;
import dev.gatehouse.taskhub.ScanSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Executions and steps for programs. A time is ISO 8601 in UTC; what is not known is null; what was not asked for is absent. */
public final class HistoryJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Instant now;
    private final boolean withData;

    public HistoryJson(Instant now, boolean withData) {
        this.now = now;
        this.withData = withData;
    }

    public String of(ExecutionList listing) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode executions = json.putArray("executions");
        listing.executions().forEach(execution -> executions.add(json(execution)));
        json.set("read", json(listing.read()));
        return json.toPrettyString();
    }

    public String of(ExecutionHistory history) {
        ObjectNode json = JSON.createObjectNode();
        json.set("execution", json(history.execution()));
        ArrayNode steps = json.putArray("steps");
        history.steps().forEach(step -> steps.add(json(step)));
        json.set("read", json(history.read()));
        return json.toPrettyString();
    }

    private ObjectNode json(Execution execution) {
        Execution.Times times = execution.times();
        ObjectNode json = JSON.createObjectNode()
                .put("instanceId", execution.instanceId())
                .put("name", execution.name())
                .put("status", execution.status())
                .put("over", execution.isOver())
                .put("created", text(times.created()))
                .put("lastUpdated", text(times.updated()))
                .put("completed", text(times.completed()))
                .put("scheduledStart", text(times.scheduled()))
                .put("durationMillis", execution.elapsed(now).toMillis())
                .put("reason", execution.reason());
        if (withData) {
            json.set("input", json(execution.data().input()));
            json.set("output", json(execution.data().output()));
            json.set("customStatus", json(execution.data().customStatus()));
        }
        return json;
    }

    private ObjectNode json(ExecutionStep step) {
        Duration elapsed = step.elapsed();
        ObjectNode json = JSON.createObjectNode()
                .put("kind", step.kind().word())
                .put("name", step.name())
                .put("outcome", step.outcome().name().toLowerCase(Locale.ROOT))
                .put("started", text(step.span().started()))
                .put("ended", text(step.span().ended()))
                .put("durationMillis", elapsed == null ? null : elapsed.toMillis())
                .put("reason", step.reason());
        if (withData) {
            json.set("input", json(step.payloads().input()));
            json.set("result", json(step.payloads().result()));
        }
        return json;
    }

    private static @Nullable ObjectNode json(Payload payload) {
        return payload.isNone()
                ? null
                : JSON.createObjectNode().put("text", payload.text()).put("blob", payload.blob());
    }

    private static ObjectNode json(ScanSummary read) {
        return JSON.createObjectNode()
                .put("rows", read.rows())
                .put("pages", read.pages())
                .put("complete", read.complete());
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
