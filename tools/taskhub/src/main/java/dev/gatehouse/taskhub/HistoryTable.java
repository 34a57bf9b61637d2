package dev.gatehouse.taskhub;

import java.util.Iterator;
import java.util.List;

/** A table, in pages, sorted by its keys. */
interface HistoryTable {

    /** @param more whether the service has another page after this */
    record RowPage(List<TableRow> rows, boolean more) {}

    /**
     * Fetches a page with each {@code next()}.
     *
     * @throws UnreadableHistory also while iterating
     */
    Iterator<RowPage> pages(String filter, List<String> columns);
}
