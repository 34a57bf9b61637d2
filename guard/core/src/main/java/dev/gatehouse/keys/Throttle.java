package dev.gatehouse.keys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Allows an attempt at most once per length of time. */
final class Throttle {
    private final Clock clock;
    private final Duration length;
    private @Nullable Instant lastAttempt; // guarded by this

    Throttle(Clock clock, Duration length) {
        this.clock = clock;
        this.length = length;
    }

    /** Whether an attempt may be made now; if so, it counts as made. An attempt exactly one length later may. */
    synchronized boolean isOver() {
        Instant now = clock.instant();
        if (lastAttempt != null && now.isBefore(lastAttempt.plus(length))) {
            return false;
        }
        lastAttempt = now;
        return true;
    }

    /** Starts the pause anew: an attempt that took long to fail is not repeated at once. */
    synchronized void restart() {
        lastAttempt = clock.instant();
    }
}
