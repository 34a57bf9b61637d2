package dev.gatehouse.doctor.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.doctor.token.UnreadableInput;
import java.util.List;

/**
 * An exported trace.
 *
 * @param id as far as it has one
 * @param clean the whole of it, without tokens, keys and secrets
 */
public record Trace(String id, List<TraceStep> steps, JsonNode clean) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Trace {
        steps = List.copyOf(steps);
    }

    /**
     * Reads what {@code listTrace} answers, or a journey of the local chain.
     *
     * @throws UnreadableInput when it is neither
     */
    public static Trace read(String text) {
        try {
            JsonNode content = JSON.readTree(text);
            JsonNode clean = Cleaning.of(content);
            if (content.path("traceEntries").isObject()) {
                return new Trace(clean.path("traceId").asText(""), AzureSteps.of(clean), clean);
            }
            if (content.path("steps").isArray() && content.has("traceId")) {
                return new Trace(clean.path("traceId").asText(""), JourneySteps.of(clean), clean);
            }
        } catch (JsonProcessingException malformed) {
            throw new UnreadableInput(
                    "the trace, line " + malformed.getLocation().getLineNr() + ": is not JSON");
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
