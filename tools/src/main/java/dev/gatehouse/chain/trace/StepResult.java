package dev.gatehouse.chain.trace;

import dev.gatehouse.secrets.KnownSecrets;
import dev.gatehouse.secrets.Redactor;

/**
 * The result of a rule; its texts are safe to show: no token, no key.
 *
 * @param reason the layer's own name for a refusal, such as {@code TokenExpired}
 */
public record StepResult(StepVerdict verdict, String reason, String expected, String actual) {

    public StepResult {
        reason = Redactor.TRACE.text(reason);
        expected = Redactor.TRACE.text(expected);
        actual = Redactor.TRACE.text(actual);
    }

    StepResult without(KnownSecrets secrets) {
        return new StepResult(verdict, secrets.hidden(reason), secrets.hidden(expected), secrets.hidden(actual));
    }

    public static StepResult passed() {
        return new StepResult(StepVerdict.PASSED, "", "", "");
    }

    /** An observation, possibly not as expected. */
    public static StepResult noted(String reason, String expected, String actual) {
        return new StepResult(StepVerdict.NOTED, reason, expected, actual);
    }

    public static StepResult refused(String reason, String expected, String actual) {
        return new StepResult(StepVerdict.REFUSED, reason, expected, actual);
    }

    public static StepResult failed(String reason, String expected, String actual) {
        return new StepResult(StepVerdict.FAILED, reason, expected, actual);
    }
}
