package dev.gatehouse.taskhub;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A value of an execution: kept in the table, or, above 60 KB, in a blob.
 *
 * @param blob its address, or its name in the container {@code <hub>-largemessages}
 */
public record Payload(@Nullable String text, @Nullable String blob) {
    static final Payload NONE = new Payload(null, null);

    /** The suffix of the containers' names. */
    private static final String CONTAINER = "-largemessages/";

    private static final String BLOB_NAME = "BlobName";

    /** The column, or the column with the blob's name; the Instances table also has URLs in the column itself. */
    static Payload of(TableRow row, String column) {
        String blob = row.text(column + BLOB_NAME);
        String text = row.text(column);
        if (blob != null) {
            return new Payload(null, blob);
        }
        return text != null && isBlobAddress(text) ? new Payload(null, text) : new Payload(text, null);
    }

    static String blobColumn(String column) {
        return column + BLOB_NAME;
    }

    public boolean isNone() {
        return text == null && blob == null;
    }

    private static boolean isBlobAddress(String text) {
        String address = text.toLowerCase(Locale.ROOT);
        return (address.startsWith("https://") || address.startsWith("http://"))
                && address.contains(CONTAINER)
                && text.chars().noneMatch(Character::isWhitespace);
    }
}
