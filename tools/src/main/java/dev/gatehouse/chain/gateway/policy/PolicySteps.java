package dev.gatehouse.chain.gateway.policy;

import dev.gatehouse.chain.gateway.expression.LastError;
import dev.gatehouse.chain.trace.AppliedRule;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.chain.trace.Recording;
import dev.gatehouse.chain.trace.Step;
import dev.gatehouse.chain.trace.StepResult;
import dev.gatehouse.chain.trace.StepVerdict;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Records the policies that a call passes, one step each. Used for one call, by one thread. */
final class PolicySteps {
    private static final String TRACE = "severity";

    private final Recording recording;
    private final Deque<Map<String, Object>> notes = new ArrayDeque<>();

    PolicySteps(Recording recording) {
        this.recording = recording;
    }

    PolicyOutcome during(Statement statement, Exchange before) {
        Recording.Open step = recording.begin(rule(statement));
        notes.push(new LinkedHashMap<>());
        PolicyOutcome outcome = statement.applied(before);
        Map<String, Object> details = notes.pop();
        if (outcome instanceof PolicyOutcome.Next next) {
            details.putAll(Changes.between(before, next.exchange()));
        }
        step.end(finding(statement, outcome, details), details);
        return outcome;
    }

    /** Adds a detail to the current step. */
    void note(String name, Object value) {
        notes.element().put(name, value);
    }

    void note(TraceMessage trace) {
        note(TRACE, trace.severity().name().toLowerCase(Locale.ROOT));
        note("source", trace.source());
        note("message", trace.message());
        if (!trace.metadata().isEmpty()) {
            note("metadata", trace.metadata());
        }
    }

    /** A failure of an action that a policy deferred until the response existed. */
    void failedAtTheEnd(PolicyFailure failure) {
        StepResult finding = StepResult.failed(failure.reason(), failure.expected(), failure.actual());
        recording.add(Step.of(AppliedRule.of(Layer.GATEWAY, "answer"), finding));
    }

    private static AppliedRule rule(Statement statement) {
        LastError.Place place = statement.place();
        return new AppliedRule(Layer.GATEWAY, statement.named().shown(), place.scope() + " " + place.section());
    }

    private StepResult finding(Statement statement, PolicyOutcome outcome, Map<String, Object> details) {
        if (outcome instanceof PolicyOutcome.Failed failed) {
            return failed(statement, failed);
        }
        if (outcome instanceof PolicyOutcome.Answered answered) {
            return answered(answered, details);
        }
        return details.containsKey(TRACE) ? StepResult.noted("", "", "") : StepResult.passed();
    }

    /** A failure is recorded at the innermost statement. */
    private static StepResult failed(Statement statement, PolicyOutcome.Failed failed) {
        boolean own = failed.error().flatMap(LastError::place).equals(Optional.of(statement.place()));
        PolicyFailure failure = failed.failure();
        if (!own) {
            return StepResult.noted("failed-within", "", "");
        }
        StepVerdict verdict = failure.answer().status() >= 500 ? StepVerdict.FAILED : StepVerdict.REFUSED;
        return new StepResult(verdict, failure.reason(), failure.expected(), failure.actual());
    }

    /** A response is recorded at the outermost statement, whose id says what it is for. */
    private StepResult answered(PolicyOutcome.Answered answered, Map<String, Object> details) {
        if (!notes.isEmpty() || answered.response().status() < 400) {
            details.put("answer", answered.response().status());
            return StepResult.noted("answered", "", "");
        }
        String reason = answered.policy().orElse("ReturnResponse");
        return StepResult.refused(reason, "no condition of " + reason + " is true", answered.shown());
    }
}
