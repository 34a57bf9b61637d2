package dev.gatehouse.taskhub;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a table: only the selected columns with a value. */
record TableRow(Map<String, Object> columns) {

    /** Null also for the provider's empty values: an empty string, or the JSON value {@code null}. */
    @Nullable
    String text(String column) {
        String text = as(String.class, column);
        return text == null || text.isEmpty() || text.equals("null") ? null : text;
    }

    @Nullable
    Instant time(String column) {
        OffsetDateTime time = as(OffsetDateTime.class, column);
        return time == null ? null : time.toInstant();
    }

    /** A step's id within its execution. */
    @Nullable
    Integer number(String column) {
        return as(Integer.class, column);
    }

    String key(String column) {
        String key = as(String.class, column);
        if (key == null) {
            throw new UnreadableHistory("a row without " + column + ": this is not a table of Durable Functions");
        }
        return key;
    }

    private <T> @Nullable T as(Class<T> type, String column) {
        Object value = columns.get(column);
        if (value != null && !type.isInstance(value)) {
            throw new UnreadableHistory(
                    "the column " + column + " holds " + value.getClass().getSimpleName()
                            + " where Durable Functions' Azure Storage provider writes " + type.getSimpleName()
                            + ": the layout has changed, or the table belongs to another application");
        }
        return type.cast(value);
    }
}
