package dev.gatehouse.chain.trace;

import dev.gatehouse.secrets.KnownSecrets;
import dev.gatehouse.secrets.Redactor;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One step of a trace.
 *
 * @param details further information, in order, such as a token's claims; safe to show
 * @param elapsed empty if not measured
 */
public record Step(AppliedRule rule, StepResult finding, Map<String, Object> details, Optional<Duration> elapsed) {

    public Step {
        details = Redactor.TRACE.map(details);
    }

    /** A step without details and without a measured duration. */
    public static Step of(AppliedRule rule, StepResult finding) {
        return new Step(rule, finding, Map.of(), Optional.empty());
    }

    Step without(KnownSecrets secrets) {
        return new Step(rule.without(secrets), finding.without(secrets), secrets.hidden(details), elapsed);
    }

    public Layer layer() {
        return rule.layer();
    }

    /** Whether the request ended here. */
    public boolean ends() {
        return finding.verdict().ends();
    }
}
