package dev.gatehouse.doctor.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.chain.trace.Step;
import dev.gatehouse.chain.trace.StepResult;
import dev.gatehouse.chain.trace.TraceJson;
import dev.gatehouse.fixes.Fix;
import dev.gatehouse.fixes.Fixes;
import dev.gatehouse.input.UnreadableInput;
import java.util.List;

/** The steps of a trace of the local chain. */
final class LocalTraceSteps {
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
                finding.expected().isEmpty() ? "" : "expected " + finding.expected() + "; actual " + finding.actual(),
                finding.verdict().ends()
                        ? Fixes.of(step.layer(), finding.reason())
                                .map(Fix::text)
                                .orElse("")
                        : "");
    }
}
