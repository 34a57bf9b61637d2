package dev.gatehouse.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A time such as {@code 2026-11-20T08:00:00Z}, or a duration before now such as {@code PT24H} or {@code P7D}. */
final class InstantConverter {
    private InstantConverter() {}

    /** Empty when the text is neither. */
    static Optional<Instant> read(String text, Clock clock) {
        try {
            return Optional.of(text.startsWith("P") ? before(clock, Duration.parse(text)) : Instant.parse(text));
        } catch (DateTimeException | ArithmeticException malformed) {
            return Optional.empty();
        }
    }

    private static Instant before(Clock clock, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new ArithmeticException("not in the past");
        }
        return clock.instant().minus(duration);
    }
}
