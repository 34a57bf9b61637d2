package dev.gatehouse.doctor.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.chain.trace.Step;
import dev.gatehouse.chain.trace.StepResult;
import dev.gatehouse.chain.trace.StepVerdict;
import dev.gatehouse.chain.trace.TraceJson;
import dev.gatehouse.fixes.Fix;
import dev.gatehouse.fixes.Fixes;
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

    /** The steps of a trace of the local chain. */
    private static final class LocalTraceSteps {
        private LocalTraceSteps() {}

        static List<TraceStep> of(JsonNode trace) {
            return TraceJson.read(trace.toString())
                    .orElseThrow(() -> new UnreadableInput("the trace contains an invalid step"))
                    .steps()
                    .stream()
                    .map(LocalTraceSteps::step)
                    .toList();
        }

        private static TraceStep step(Step step) {
            StepResult finding = step.finding();
            return new TraceStep(
                    step.layer(),
                    step.rule().name(),
                    step.rule().where(),
                    step.elapsed()
                            .map(time -> time.toNanos() / 1_000 / 1000.0 + " ms")
                            .orElse(""),
                    finding.verdict(),
                    finding.reason(),
                    finding.expected().isEmpty()
                            ? ""
                            : "expected " + finding.expected() + "; actual " + finding.actual(),
                    finding.verdict().ends()
                            ? Fixes.of(step.layer(), finding.reason())
                                    .map(Fix::text)
                                    .orElse("")
                            : "");
        }
    }

    /**
     * A step of a trace, safe to show.
     *
     * @param where such as the section of the gateway's policies
     * @param took time since the request arrived, as written in the trace; may be empty
     * @param said the trace's own text
     * @param fix one thing to do; empty if nothing has to be done
     */
    record TraceStep(
            Layer layer,
            String policy,
            String where,
            String took,
            StepVerdict verdict,
            String reason,
            String said,
            String fix) {}
}
