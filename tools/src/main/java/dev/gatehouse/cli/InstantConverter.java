package dev.gatehouse.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A moment, as {@code 2026-11-20T08:00:00Z}, or as how long ago it was: {@code PT24H}, {@code P7D}. */
final class InstantConverter {
    private InstantConverter() {}

    /** Nothing for what is neither. */
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
