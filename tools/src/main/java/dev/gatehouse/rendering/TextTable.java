package dev.gatehouse.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Rows in columns, for a terminal. A cell that is wider than its column is broken at spaces; columns that do not fit on the screen
 * are written below their row.
 */
public final class TextTable {
    private static final int GAP = 2;
    private static final int MARGIN = 2;
    private static final int INDENT = 4;

    /** A column that is the last one on the screen is at least that wide, if its texts are. */
    private static final int NARROWEST = 25;

    private final Screen screen;
    private final List<String> headings;
    private final List<Integer> widths;
    private final int margin;
    private String section = "";

    private TextTable(Screen screen, List<String> headings, List<Integer> widths, int margin) {
        this.screen = screen;
        this.headings = headings;
        this.widths = widths;
        this.margin = margin;
    }

    /** A table of which each row names its section. */
    public static TextTable inSections(Screen screen, List<String> headings, List<Integer> widths) {
        return new TextTable(screen, headings, widths, MARGIN);
    }

    /** All lines, in columns as wide as their widest cell. */
    static List<String> lines(Screen screen, Block.Table table) {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < table.headings().size(); column++) {
            int at = column;
            widths.add(table.rows().stream()
                    .mapToInt(row -> Printable.of(row.cells().get(at).text()).length())
                    .reduce(table.headings().get(at).length(), Math::max));
        }
        boolean inSections =
                table.rows().stream().anyMatch(row -> !row.section().isEmpty());
        TextTable text = new TextTable(screen, table.headings(), widths, inSections ? MARGIN : 0);
        List<String> lines = new ArrayList<>();
        if (text.beside() == widths.size()) {
            lines.addAll(text.line(table.headings().stream()
                    .map(heading -> new Cell(heading, Paint.HEADING))
                    .toList()));
        }
        table.rows().forEach(row -> lines.addAll(text.lines(row)));
        return lines;
    }

    /** A row, below the name of its section where that is another one than the former row's. */
    public List<String> lines(Block.Row row) {
        List<String> lines = new ArrayList<>();
        if (!row.section().equals(section)) {
            section = row.section();
            lines.add("");
            screen.indented(0, Printable.of(section)).forEach(line -> lines.add(screen.paint(Paint.HEADING, line)));
        }
        int beside = beside();
        lines.addAll(line(row.cells().subList(0, beside)));
        int indent = margin == 0 ? INDENT : start(1);
        for (int column = beside; column < headings.size(); column++) {
            String text = row.cells().get(column).text();
            if (!text.isEmpty()) {
                lines.addAll(
                        screen.note(indent, new Block.Note(headings.get(column).toLowerCase(Locale.ROOT), text)));
            }
        }
        row.notes().forEach(note -> lines.addAll(screen.note(indent, note)));
        return lines;
    }

    /** Cells beside each other, in as many lines as the highest of them. */
    private List<String> line(List<Cell> cells) {
        List<List<String>> broken = new ArrayList<>();
        for (int column = 0; column < cells.size(); column++) {
            int room = column < cells.size() - 1 ? widths.get(column) : screen.columns() - start(column);
            broken.add(Screen.broken(Printable.of(cells.get(column).text()), room));
        }
        int height = broken.stream().mapToInt(List::size).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < height; at++) {
            StringBuilder line = new StringBuilder();
            int end = 0;
            for (int column = 0; column < cells.size(); column++) {
                String text =
                        at < broken.get(column).size() ? broken.get(column).get(at) : "";
                if (!text.isEmpty()) {
                    line.append(" ".repeat(start(column) - end))
                            .append(screen.paint(cells.get(column).paint(), text));
                    end = start(column) + text.length();
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** How many columns are beside each other; one at least. */
    private int beside() {
        int count = widths.size();
        while (count > 1 && start(count - 1) + Math.min(NARROWEST, widths.get(count - 1)) > screen.columns()) {
            count--;
        }
        return count;
    }

    /** Characters in front of a column. */
    private int start(int column) {
        return margin
                + widths.subList(0, column).stream()
                        .mapToInt(width -> width + GAP)
                        .sum();
    }
}
