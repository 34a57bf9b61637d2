package dev.gatehouse.taskhub;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Returns the given pages, whatever the filter; only the selected columns. */
final class FakeTable implements HistoryTable {
    private final List<List<Map<String, Object>>> pages;
    final List<String> filters = new ArrayList<>();

    FakeTable(List<List<Map<String, Object>>> pages) {
        this.pages = pages;
    }

    @SafeVarargs
    static FakeTable of(Map<String, Object>... rows) {
        return new FakeTable(List.of(List.of(rows)));
    }

    @Override
    public Iterator<RowPage> pages(String filter, List<String> columns) {
        filters.add(filter);
        List<RowPage> served = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            served.add(new RowPage(
                    pages.get(i).stream()
                            .filter(row -> !filter.startsWith("PartitionKey eq")
                                    || filter.contains("'" + row.get("PartitionKey") + "'"))
                            .map(row -> new TableRow(row.entrySet().stream()
                                    .filter(column -> columns.contains(column.getKey()))
                                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))))
                            .toList(),
                    i < pages.size() - 1));
        }
        return served.iterator();
    }
}
