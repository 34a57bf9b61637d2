package dev.gatehouse.local.gateway.policy;

import dev.gatehouse.local.gateway.expression.LastError;
import dev.gatehouse.local.journey.Finding;
import dev.gatehouse.local.journey.Layer;
import dev.gatehouse.local.journey.Recording;
import dev.gatehouse.local.journey.Rule;
import dev.gatehouse.local.journey.Step;
import dev.gatehouse.local.journey.Verdict;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Records the policies that a call passes, one step each. Belongs to one call, and so to one thread. */
final class PolicySteps {
    private static final String TRACE = "severity";

    private final Recording recording;
    private final Deque<Map<String, Object>> notes = new ArrayDeque<>();

    PolicySteps(Recording recording) {
        this.recording = recording;
    }

    Outcome during(Statement statement, Exchange before) {
        Recording.Open step = recording.begin(rule(statement));
        notes.push(new LinkedHashMap<>());
        Outcome outcome = statement.applied(before);
        Map<String, Object> details = notes.pop();
        if (outcome instanceof Outcome.Next next) {
            details.putAll(Changes.between(before, next.exchange()));
        }
        step.end(finding(statement, outcome, details), details);
        return outcome;
    }

    /** Something to see beside the step that is under way. */
    void note(String name, Object value) {
        notes.element().put(name, value);
    }

    void note(Trace trace) {
        note(TRACE, trace.severity().name().toLowerCase(Locale.ROOT));
        note("source", trace.source());
        note("message", trace.message());
        if (!trace.metadata().isEmpty()) {
            note("metadata", trace.metadata());
        }
    }

    /** A failure at what a policy had put off until the answer was there. */
    void failedAtTheEnd(Failure failure) {
        Finding finding = Finding.failed(failure.reason(), failure.expected(), failure.actual());
        recording.add(Step.of(Rule.of(Layer.GATEWAY, "answer"), finding));
    }

    private static Rule rule(Statement statement) {
        LastError.Place place = statement.place();
        return new Rule(Layer.GATEWAY, statement.named().shown(), place.scope() + " " + place.section());
    }

    private Finding finding(Statement statement, Outcome outcome, Map<String, Object> details) {
        if (outcome instanceof Outcome.Failed failed) {
            return failed(statement, failed);
        }
        if (outcome instanceof Outcome.Answered answered) {
            return answered(answered, details);
        }
        return details.containsKey(TRACE) ? Finding.noted("", "", "") : Finding.passed();
    }

    /** A failure is the innermost statement's. */
    private static Finding failed(Statement statement, Outcome.Failed failed) {
        boolean own = failed.error().flatMap(LastError::place).equals(Optional.of(statement.place()));
        Failure failure = failed.failure();
        if (!own) {
            return Finding.noted("failed-within", "", "");
        }
        Verdict verdict = failure.answer().status() >= 500 ? Verdict.FAILED : Verdict.REFUSED;
        return new Finding(verdict, failure.reason(), failure.expected(), failure.actual());
    }

    /** An answer is the outermost statement's, which says by its id what it is for. */
    private Finding answered(Outcome.Answered answered, Map<String, Object> details) {
        if (!notes.isEmpty() || answered.response().status() < 400) {
            details.put("answer", answered.response().status());
            return Finding.noted("answered", "", "");
        }
        String reason = answered.policy().orElse("ReturnResponse");
        return Finding.refused(reason, "that no condition of " + reason + " holds", answered.shown());
    }
}
