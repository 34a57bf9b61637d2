package dev.gatehouse.taskhub;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the newest executions, by creation time. */
final class TopExecutions {
    private static final Comparator<Execution> BY_AGE = Comparator.<Execution, Instant>comparing(
                    execution -> execution.times().created())
            .thenComparing(Execution::instanceId);

    private final int limit;
    private final PriorityQueue<Execution> kept = new PriorityQueue<>(BY_AGE);

    TopExecutions(int limit) {
        this.limit = limit;
    }

    void add(Execution execution) {
        kept.add(execution);
        if (kept.size() > limit) {
            kept.poll(); // the oldest
        }
    }

    List<Execution> first() {
        return kept.stream().sorted(BY_AGE.reversed()).toList();
    }
}
