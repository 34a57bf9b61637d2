package dev.gatehouse.middleware;

import java.time.Duration;

/** Whether callers can be let in. */
@FunctionalInterface
public interface Readiness {
    boolean isReady();

    /** While not ready: how long until that may have changed; zero where no time is known. */
    default Duration retryAfter() {
        return Duration.ZERO;
    }
}
