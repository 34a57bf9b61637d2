package dev.gatehouse.doctor.history;

import java.util.Iterator;
import java.util.function.Consumer;

/**
 * How much of a table was read.
 *
 * @param complete false where the bound ended the reading before the table did
 */
public record PagesRead(int pages, long rows, boolean complete) {

    /** Reads page after page, at most {@code bound} of them. */
    static PagesRead of(Iterator<Table.Page> table, int bound, Consumer<Row> reader) {
        int pages = 0;
        long rows = 0;
        boolean more = true;
        while (more && pages < bound) {
            Table.Page page = table.next();
            page.rows().forEach(reader);
            pages++;
            rows += page.rows().size();
            more = page.more();
        }
        return new PagesRead(pages, rows, !more);
    }
}
