package dev.gatehouse.chain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.chain.trace.AppliedRule;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.chain.trace.Milliseconds;
import dev.gatehouse.chain.trace.Step;
import dev.gatehouse.chain.trace.StepResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps of the host and the function, read from the host's line about a request. */
record HostSteps(JsonNode line) {
    /** The host's step, the guard's steps, and the function's step if the call reached the function. */
    List<Step> above(List<Step> guards) {
        List<Step> steps = new ArrayList<>();
        steps.add(host());
        steps.addAll(guards);
        if (passed() && !function().isEmpty() && guards.stream().noneMatch(Step::ends)) {
            steps.add(answer(guards));
        }
        return steps;
    }

    private Step host() {
        AppliedRule rule = AppliedRule.of(Layer.HOST, text("rule"));
        StepResult finding =
                passed() ? StepResult.passed() : StepResult.refused(text("rule"), text("expected"), text("actual"));
        Map<String, Object> details = function().isEmpty() ? Map.of() : Map.of("function", function());
        return new Step(rule, finding, details, Optional.empty());
    }

    private Step answer(List<Step> guards) {
        int status = line.path("status").asInt();
        String problem = guards.stream()
                .map(step -> String.valueOf(step.details().getOrDefault(GuardSteps.PROBLEM, "")))
                .findFirst()
                .orElse("");
        Duration time = Milliseconds.read(line.path("ms").asDouble());
        return new Step(
                AppliedRule.of(Layer.FUNCTION, function()),
                finding(status, problem),
                Map.of("answer", status),
                Optional.of(time));
    }

    private static StepResult finding(int status, String problem) {
        if (status < 400) {
            return StepResult.passed();
        }
        String reason = problem.isEmpty() ? "answered-" + status : problem;
        return status < 500 ? StepResult.refused(reason, "", "") : StepResult.failed(reason, "", "");
    }

    private boolean passed() {
        return text("outcome").equals("passed");
    }

    private String function() {
        return text("function");
    }

    private String text(String name) {
        return line.path(name).asText("");
    }
}
