package dev.gatehouse.doctor.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.input.GivenJson;
import dev.gatehouse.input.UnreadableInput;
import dev.gatehouse.rendering.ReportJson;
import dev.gatehouse.secrets.Redactor;
import java.util.List;
import java.util.Optional;

/**
 * An exported trace.
 *
 * @param id empty if the trace has none
 * @param status of the last response in it; empty if it contains none
 * @param clean the whole trace, without tokens, keys and secrets
 */
public record ExportedTrace(String id, List<TraceStep> steps, Optional<Integer> status, JsonNode clean) {
    private static final int FIRST_ERROR = 400;

    public ExportedTrace {
        steps = List.copyOf(steps);
    }

    /**
     * Reads a response of {@code listTrace}, the text of the portal's Test tab, or a trace of the local chain.
     *
     * @throws UnreadableInput when it is not one of these
     */
    public static ExportedTrace read(String text) {
        boolean isJson = text.strip().startsWith("{") || text.strip().startsWith("[");
        JsonNode content = PortalTrace.read(isJson && GivenJson.container(text).isPresent() ? "" : text)
                .orElseGet(() -> GivenJson.read("the trace", text));
        JsonNode clean = Redactor.json(content);
        if (content.path("traceEntries").isObject()) {
            return AzureSteps.read(content, clean);
        }
        if (content.path("steps").isArray() && content.has("traceId")) {
            return LocalTraceSteps.read(clean);
        }
        throw new UnreadableInput(
                "not a trace: expected a response of listTrace (traceId, traceEntries), the text of the portal's Test tab,"
                        + " or the output of 'gatehouse trace --json'; any other text: 'gatehouse doctor explain'");
    }

    /** The step that explains why the call failed; empty if it did not, or no step explains it. */
    public Optional<TraceStep> cause() {
        if (isServed()) {
            return Optional.empty();
        }
        List<TraceStep> before =
                steps.stream().filter(step -> !isOfErrors(step)).toList();
        return before.stream()
                .filter(TraceStep::isExplained)
                .findFirst()
                .or(() -> steps.stream().filter(TraceStep::isExplained).findFirst())
                .or(() -> steps.stream().filter(TraceStep::ends).findFirst());
    }

    /** Whether the call failed: a step ended it, or it was answered with an error. */
    public boolean isRefused() {
        return !isServed()
                && (steps.stream().anyMatch(step -> step.ends() || isOfErrors(step))
                        || status.filter(each -> each >= FIRST_ERROR).isPresent());
    }

    /** Steps of which nothing is known. */
    long notUnderstood() {
        return steps.stream()
                .filter(step -> step.finding().outcome() == TraceStep.Outcome.NOT_UNDERSTOOD)
                .count();
    }

    /** An ignored failure: the call went on, and was answered without an error after it. */
    private boolean isServed() {
        return status.filter(each -> each < FIRST_ERROR).isPresent()
                && steps.stream().noneMatch(ExportedTrace::isOfErrors)
                && steps.stream().noneMatch(step -> step.finding().reason().equals("cors-refused"));
    }

    private static boolean isOfErrors(TraceStep step) {
        return step.at().where().equals("on-error");
    }

    /** The whole trace, safe to share. */
    public String json() {
        return ReportJson.of(clean);
    }
}
