package dev.gatehouse.taskhub;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which executions to read.
 *
 * @param statuses empty: all
 * @param since only those created then or later
 * @param limit the maximum number, newest first
 * @param withData also inputs, outputs and custom states
 */
public record HistoryQuery(
        Set<RuntimeStatus> statuses, @Nullable Instant since, int limit, boolean withData) {
    public HistoryQuery {
        statuses = Set.copyOf(statuses);
    }
}
