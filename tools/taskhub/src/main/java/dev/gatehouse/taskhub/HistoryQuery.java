package dev.gatehouse.taskhub;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
    /** Each instance has one row; entities (partition keys {@code @name@key}) are not executions. */
    private static final String INSTANCES = "RowKey eq '' and (PartitionKey lt '@' or PartitionKey ge 'A')";

    public HistoryQuery {
        statuses = Set.copyOf(statuses);
    }

    /** Of the Table service (https://learn.microsoft.com/rest/api/storageservices/querying-tables-and-entities). */
    String filter() {
        List<String> conditions = new ArrayList<>(List.of(INSTANCES));
        if (!statuses.isEmpty()) {
            conditions.add(statuses.stream()
                    .sorted()
                    .map(status -> "RuntimeStatus eq " + text(status.word()))
                    .collect(Collectors.joining(" or ", "(", ")")));
        }
        if (since != null) {
            conditions.add("CreatedTime ge datetime'" + since + "'");
        }
        return String.join(" and ", conditions);
    }

    /** All rows of one instance, in either table. */
    static String ofInstance(String instanceId) {
        return "PartitionKey eq " + text(PartitionKeys.escaped(instanceId));
    }

    /** In a string, a quote is doubled. */
    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
