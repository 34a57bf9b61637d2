package dev.gatehouse.doctor.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.chain.trace.Step;
import dev.gatehouse.chain.trace.StepResult;
import dev.gatehouse.chain.trace.Trace;
import dev.gatehouse.chain.trace.TraceJson;
import dev.gatehouse.doctor.trace.TraceStep.Outcome;
import dev.gatehouse.doctor.trace.TraceStep.StepFinding;
import dev.gatehouse.input.UnreadableInput;
import java.util.Optional;

/** The steps of a trace of the local chain. */
final class LocalTraceSteps {
    private LocalTraceSteps() {}

    /** @param trace without secrets */
    static ExportedTrace read(JsonNode trace) {
        Trace read = TraceJson.read(trace.toString())
                .orElseThrow(() -> new UnreadableInput("the trace contains an invalid step"));
        return new ExportedTrace(
                trace.path("traceId").asText(""),
                read.steps().stream().map(LocalTraceSteps::step).toList(),
                Optional.of(read.call().status()),
                trace);
    }

    private static TraceStep step(Step step) {
        StepResult result = step.finding();
        Outcome outcome = Outcome.valueOf(result.verdict().name());
        return new TraceStep(
                step.layer(),
                new TraceStep.At(
                        step.rule().name(),
                        step.rule().where(),
                        step.elapsed()
                                .map(time -> time.toNanos() / 1_000 / 1000.0 + " ms")
                                .orElse("")),
                result.expected().isEmpty() ? "" : "expected " + result.expected() + "; actual " + result.actual(),
                new StepFinding(
                        outcome,
                        result.reason(),
                        "",
                        outcome.ends() ? EntryFinding.fix(step.layer(), result.reason()) : ""));
    }
}
