package dev.gatehouse.taskhub;

import java.util.Iterator;
import java.util.function.Consumer;

/**
 * How much of a table was read.
 *
 * @param complete false if the page limit was reached before the end of the table
 */
public record ScanSummary(int pages, long rows, boolean complete) {

    /** Reads page after page, at most {@code bound} of them. */
    static ScanSummary of(Iterator<HistoryTable.RowPage> table, int bound, Consumer<TableRow> reader) {
        int pages = 0;
        long rows = 0;
        boolean more = true;
        while (more && pages < bound) {
            HistoryTable.RowPage page = table.next();
            page.rows().forEach(reader);
            pages++;
            rows += page.rows().size();
            more = page.more();
        }
        return new ScanSummary(pages, rows, !more);
    }
}
