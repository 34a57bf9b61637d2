package dev.gatehouse.doctor.history;

import java.util.Iterator;
import java.util.List;

/** A table, in pages, sorted by its keys. */
interface Table {

    /** @param more whether the service has another page after this */
    record Page(List<Row> rows, boolean more) {}

    /**
     * Fetches a page with each {@code next()}.
     *
     * @throws UnreadableHistory also while iterating
     */
    Iterator<Page> pages(String filter, List<String> columns);
}
