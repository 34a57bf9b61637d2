package dev.gatehouse.taskhub;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Filters of the Table service.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/storageservices/querying-tables-and-entities">syntax</a>
 */
final class Filters {
    /** Each instance has one row; entities (partition keys {@code @name@key}) are not executions. */
    private static final String INSTANCES = "RowKey eq '' and (PartitionKey lt '@' or PartitionKey ge 'A')";

    private Filters() {}

    static String executions(HistoryQuery query) {
        List<String> conditions = new ArrayList<>(List.of(INSTANCES));
        if (!query.statuses().isEmpty()) {
            conditions.add(query.statuses().stream()
                    .sorted()
                    .map(status -> "RuntimeStatus eq " + text(status.word()))
                    .collect(Collectors.joining(" or ", "(", ")")));
        }
        Instant since = query.since();
        if (since != null) {
            conditions.add("CreatedTime ge datetime'" + since + "'");
        }
        return String.join(" and ", conditions);
    }

    /** All rows of one instance, in either table. */
    static String instance(String instanceId) {
        return "PartitionKey eq " + text(PartitionKeys.escaped(instanceId));
    }

    /** In a string, a quote is doubled. */
    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
