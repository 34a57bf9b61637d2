package dev.gatehouse.keys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * When an issuer may be asked again. A failure is repeated after seconds, more of them each time, as a token of a new key waits for
 * it; an unknown key makes the issuer be asked once in minutes, as attackers have many. The pauses have no random part: a call makes
 * the attempt and no timer does, so instances do not fall into step.
 */
final class FetchPauses {
    static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    static final Duration LONGEST_AFTER_FAILURE = Duration.ofSeconds(30);
    static final Duration AFTER_UNKNOWN_KEY = Duration.ofMinutes(5);

    private static final int DOUBLINGS = 4; // from 2 s beyond 30 s

    private final Clock clock;
    private int failures; // in a row; guarded by this
    private Instant next = Instant.MIN; // guarded by this
    private Instant nextForUnknownKey = Instant.MIN; // guarded by this

    FetchPauses(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean mayFetch() {
        return !clock.instant().isBefore(next);
    }

    /** While the issuer cannot be read, an unknown key waits for the next attempt as all other calls do. */
    synchronized boolean mayFetchForUnknownKey() {
        return failures > 0 ? mayFetch() : !clock.instant().isBefore(nextForUnknownKey);
    }

    synchronized boolean isFailing() {
        return failures > 0;
    }

    /** How long until {@link #mayFetch}. */
    synchronized Duration left() {
        Instant now = clock.instant();
        return now.isBefore(next) ? Duration.between(now, next) : Duration.ZERO;
    }

    /** Counted from the attempt's end: one that took long to fail is not repeated at once. */
    synchronized void failed() {
        Duration pause = AFTER_FAILURE.multipliedBy(1L << Math.min(failures, DOUBLINGS));
        next = clock.instant().plus(pause.compareTo(LONGEST_AFTER_FAILURE) < 0 ? pause : LONGEST_AFTER_FAILURE);
        failures++;
    }

    synchronized void succeeded(boolean forUnknownKey) {
        failures = 0;
        if (forUnknownKey) {
            nextForUnknownKey = clock.instant().plus(AFTER_UNKNOWN_KEY);
        }
    }
}
