package dev.gatehouse.doctor.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.doctor.input.UnreadableInput;
import dev.gatehouse.doctor.token.Remedies;
import dev.gatehouse.local.journey.Finding;
import dev.gatehouse.local.journey.JourneyJson;
import dev.gatehouse.local.journey.Step;
import java.util.List;

/** The steps of a journey of the local chain. */
final class JourneySteps {
    private JourneySteps() {}

    static List<TraceStep> of(JsonNode journey) {
        return JourneyJson.read(journey.toString())
                .orElseThrow(() -> new UnreadableInput("this looks like a journey, but a step of it cannot be read"))
                .steps()
                .stream()
                .map(JourneySteps::step)
                .toList();
    }

    private static TraceStep step(Step step) {
        Finding finding = step.finding();
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
                        ? Remedies.general(step.layer(), finding.reason()).orElse("")
                        : "");
    }
}
