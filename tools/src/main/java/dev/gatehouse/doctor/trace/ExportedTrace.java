package dev.gatehouse.doctor.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.input.GivenJson;
import dev.gatehouse.input.UnreadableInput;
import dev.gatehouse.rendering.ReportJson;
import dev.gatehouse.secrets.Redactor;
import java.util.List;

/**
 * An exported trace.
 *
 * @param id empty if the trace has none
 * @param clean the whole trace, without tokens, keys and secrets
 */
public record ExportedTrace(String id, List<TraceStep> steps, JsonNode clean) {
    public ExportedTrace {
        steps = List.copyOf(steps);
    }

    /**
     * Reads a response of {@code listTrace}, or a trace of the local chain.
     *
     * @throws UnreadableInput when it is neither
     */
    public static ExportedTrace read(String text) {
        JsonNode content = GivenJson.read("the trace", text);
        JsonNode clean = Redactor.json(content);
        String id = clean.path("traceId").asText("");
        if (content.path("traceEntries").isObject()) {
            return new ExportedTrace(id, AzureSteps.of(clean), clean);
        }
        if (content.path("steps").isArray() && content.has("traceId")) {
            return new ExportedTrace(id, LocalTraceSteps.of(clean), clean);
        }
        throw new UnreadableInput(
                "not a trace: expected a response of listTrace (traceId, traceEntries), or the output of"
                        + " 'gatehouse trace --json'");
    }

    /** Whether a step ended the request. */
    public boolean isRefused() {
        return steps.stream().anyMatch(step -> step.verdict().ends());
    }

    /** The whole trace, safe to share. */
    public String json() {
        return ReportJson.of(clean);
    }
}
