package dev.gatehouse.token;

import dev.gatehouse.redaction.Redaction;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * One broken rule.
 *
 * @param expected what the rule wants
 * @param actual what came; the sender's text, so it is only ever shown through {@link Redaction}
 * @param retryAfter how long until the same call may succeed; zero where no time helps
 */
public record Violation(Reason reason, String expected, String actual, Duration retryAfter) {
    static final String ABSENT = "absent";

    public Violation {
        actual = Redaction.of(actual);
    }

    public Violation(Reason reason, String expected, String actual) {
        this(reason, expected, actual, Duration.ZERO);
    }

    /** The violations in the order of {@link Reason}: the first is the one a caller is told. */
    static List<Violation> inOrder(Collection<Violation> violations) {
        return violations.stream()
                .sorted(Comparator.comparing(Violation::reason))
                .toList();
    }
}
