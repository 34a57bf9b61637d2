package dev.gatehouse.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.chain.trace.AppliedRule;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.chain.trace.Milliseconds;
import dev.gatehouse.chain.trace.Recording;
import dev.gatehouse.chain.trace.Step;
import dev.gatehouse.chain.trace.StepResult;
import dev.gatehouse.chain.trace.Traces;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the decisions of host and guard about recorded requests from the host's log, and passes every line on. Only
 * whole lines in the host's own formats are read, never output of an app or the continuation lines of a message.
 */
final class HostLogParser implements Consumer<String> {
    /** The built-in host's line. */
    private static final Pattern HOST = Pattern.compile("\\[host] (\\{\"event\":\"host\",.*})");

    /** The guard's line, as logged by the built-in host, or by Core Tools after a timestamp. */
    private static final Pattern DECISION = Pattern.compile(
            "\\[(?:(?:info|warn|error)] [\\w-]+:|\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z]) (\\{\"event\":\"decision\",.*})");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Traces traces;
    private final boolean tellsSpans;
    private final Consumer<String> log;

    /** @param tellsSpans whether the host's lines contain the span id of the call; otherwise only the trace id is compared */
    HostLogParser(Traces traces, boolean tellsSpans, Consumer<String> log) {
        this.traces = traces;
        this.tellsSpans = tellsSpans;
        this.log = log;
    }

    @Override
    public void accept(String line) {
        log.accept(line);
        if (line.endsWith("}")) {
            read(HOST, line).ifPresent(decision -> recording(decision)
                    .ifPresent(
                            trace -> trace.fromTheHost(spanId(decision), held -> new HostSteps(decision).above(held))));
            read(DECISION, line).ifPresent(decision -> recording(decision)
                    .ifPresent(trace -> trace.hold(new GuardSteps(decision).all())));
        }
    }

    private Optional<Recording> recording(JsonNode decision) {
        Optional<String> span = tellsSpans ? Optional.of(spanId(decision)) : Optional.empty();
        return traces.awaitingTheHost(decision.path("traceId").asText(""), span);
    }

    private static String spanId(JsonNode decision) {
        return decision.path("spanId").asText("");
    }

    private static Optional<JsonNode> read(Pattern form, String line) {
        Matcher match = form.matcher(line);
        try {
            return match.matches() ? Optional.of(JSON.readTree(match.group(1))) : Optional.empty();
        } catch (JsonProcessingException another) {
            return Optional.empty();
        }
    }

    /** The steps of the host and the function, read from the host's line about a request. */
    private record HostSteps(JsonNode line) {
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
}
