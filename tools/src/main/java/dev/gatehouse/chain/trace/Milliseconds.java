package dev.gatehouse.chain.trace;

import java.time.Duration;

/** Durations in JSON: milliseconds with a fraction. */
public final class Milliseconds {
    private static final double NANOS = 1_000_000;

    private Milliseconds() {}

    static double of(Duration time) {
        return time.toNanos() / NANOS;
    }

    public static Duration read(double milliseconds) {
        return Duration.ofNanos(Math.round(milliseconds * NANOS));
    }
}
