package dev.gatehouse.doctor.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.doctor.input.GivenJson;
import dev.gatehouse.doctor.input.UnreadableInput;
import java.util.List;

/**
 * An exported trace.
 *
 * @param id as far as it has one
 * @param clean the whole of it, without tokens, keys and secrets
 */
public record ExportedTrace(String id, List<TraceStep> steps, JsonNode clean) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public ExportedTrace {
        steps = List.copyOf(steps);
    }

    /**
     * Reads what {@code listTrace} answers, or a trace of the local chain.
     *
     * @throws UnreadableInput when it is neither
     */
    public static ExportedTrace read(String text) {
        JsonNode content = GivenJson.read("the trace", text);
        JsonNode clean = Cleaning.of(content);
        String id = clean.path("traceId").asText("");
        if (content.path("traceEntries").isObject()) {
            return new ExportedTrace(id, AzureSteps.of(clean), clean);
        }
        if (content.path("steps").isArray() && content.has("traceId")) {
            return new ExportedTrace(id, LocalTraceSteps.of(clean), clean);
        }
        throw new UnreadableInput("this is no trace: expected what listTrace answers (traceId, traceEntries), or what"
                + " 'gatehouse trace --json' prints");
    }

    /** Whether a step has ended the request. */
    public boolean isRefused() {
        return steps.stream().anyMatch(step -> step.verdict().ends());
    }

    /** The whole, for others. */
    public String json() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(clean);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was read can be written", impossible);
        }
    }
}
