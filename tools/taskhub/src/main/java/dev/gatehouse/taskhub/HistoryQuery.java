package dev.gatehouse.taskhub;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which executions are asked for.
 *
 * @param statuses empty: all
 * @param since only those created then or later
 * @param limit at most so many, the newest
 * @param withData inputs, outputs and custom states too
 */
public record HistoryQuery(
        Set<RuntimeStatus> statuses, @Nullable Instant since, int limit, boolean withData) {
    public HistoryQuery {
        statuses = Set.copyOf(statuses);
    }
}
