package dev.gatehouse.local.gateway.policy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Counts calls by key over the last period. */
final class SlidingWindow {
    private final int calls;
    private final Duration period;
    private final Clock clock;
    private final Map<String, Deque<Instant>> admitted = new HashMap<>();

    SlidingWindow(int calls, Duration period, Clock clock) {
        this.calls = calls;
        this.period = period;
        this.clock = clock;
    }

    int calls() {
        return calls;
    }

    Duration period() {
        return period;
    }

    /** Admits a call and says 0, or says in how many seconds, rounded up, one will be admitted again. */
    synchronized long secondsToWait(String key) {
        Instant now = clock.instant();
        Deque<Instant> recent = admitted.computeIfAbsent(key, ignored -> new ArrayDeque<>());
        while (!recent.isEmpty() && !recent.getFirst().plus(period).isAfter(now)) {
            recent.removeFirst();
        }
        if (recent.size() < calls) {
            recent.addLast(now);
            return 0;
        }
        Duration wait = Duration.between(now, recent.getFirst().plus(period));
        return Math.max(1, (wait.toMillis() + 999) / 1000);
    }
}
