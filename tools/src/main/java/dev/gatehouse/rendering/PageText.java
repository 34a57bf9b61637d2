package dev.gatehouse.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A page as lines for a terminal, or for a pipe. */
public record PageText(Screen screen) {
    private static final int NAME = 12;

    public List<String> of(Page page) {
        List<String> lines = new ArrayList<>();
        page.blocks().forEach(block -> lines.addAll(lines(block, lines.isEmpty())));
        return lines;
    }

    private List<String> lines(Block block, boolean first) {
        if (block instanceof Block.Heading heading) {
            List<String> text = painted(heading.text(), Paint.HEADING);
            return first ? text : Stream.concat(Stream.of(""), text.stream()).toList();
        }
        if (block instanceof Block.Paragraph paragraph) {
            return painted(paragraph.text(), paragraph.paint());
        }
        if (block instanceof Block.Table table) {
            return TextTable.lines(screen, table);
        }
        return block instanceof Block.Fact fact ? fact(fact) : screen.item((Block.Item) block);
    }

    private List<String> painted(String text, Paint paint) {
        return screen.indented(0, Printable.of(text)).stream()
                .map(line -> screen.paint(paint, line))
                .toList();
    }

    private List<String> fact(Block.Fact fact) {
        Paint paint = fact.value().paint();
        List<String> text = screen.indented(NAME, Printable.of(fact.value().text()));
        List<String> lines = new ArrayList<>();
        lines.add(screen.paint(Paint.HEADING, fact.name())
                + " ".repeat(Math.max(1, NAME - fact.name().length()))
                + screen.paint(paint, text.get(0).substring(NAME)));
        text.subList(1, text.size()).forEach(line -> lines.add(screen.paint(paint, line)));
        return lines;
    }

    /** Rows in columns as wide as their widest cell; the last column is wrapped at the screen's edge. */
    private record TextTable(Screen screen, List<String> headings, List<Block.Row> rows) {
        private static final String GAP = "  ";
        private static final int INDENT = 4;
        private static final int NARROWEST = 16;

        static List<String> lines(Screen screen, Block.Table table) {
            List<Block.Row> rows =
                    table.rows().stream().map(TextTable::printable).toList();
            TextTable text = new TextTable(screen, table.headings(), rows);
            return text.room() < Math.min(NARROWEST, text.width(text.last())) ? text.stacked() : text.inColumns();
        }

        private static Block.Row printable(Block.Row row) {
            return new Block.Row(
                    row.cells().stream()
                            .map(cell -> new Cell(Printable.of(cell.text()), cell.paint()))
                            .toList(),
                    row.notes());
        }

        private List<String> inColumns() {
            List<String> lines = new ArrayList<>(line(
                    headings.stream().map(text -> new Cell(text, Paint.HEADING)).toList()));
            for (Block.Row row : rows) {
                lines.addAll(line(row.cells()));
                row.notes().forEach(note -> lines.addAll(screen.note(INDENT, note)));
            }
            return lines;
        }

        /** For a screen that is too narrow: the first two cells on a line, the others below them. */
        private List<String> stacked() {
            List<String> lines = new ArrayList<>();
            for (Block.Row row : rows) {
                List<Block.Note> notes = new ArrayList<>();
                for (int column = 2; column < headings.size(); column++) {
                    notes.add(new Block.Note(
                            headings.get(column).toLowerCase(Locale.ROOT),
                            row.cells().get(column).text()));
                }
                notes.addAll(row.notes());
                lines.addAll(screen.item(
                        new Block.Item(row.cells().get(0), row.cells().get(1).text(), notes)));
            }
            return lines;
        }

        private List<String> line(List<Cell> cells) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < last(); column++) {
                Cell cell = cells.get(column);
                line.append(screen.paint(cell.paint(), cell.text()))
                        .append(" ".repeat(width(column) - cell.text().length()))
                        .append(GAP);
            }
            Cell end = cells.get(last());
            List<String> broken = screen.indented(before(), end.text());
            List<String> lines = new ArrayList<>();
            lines.add(line.append(screen.paint(end.paint(), broken.get(0).substring(before())))
                    .toString()
                    .stripTrailing());
            broken.subList(1, broken.size()).forEach(rest -> lines.add(screen.paint(end.paint(), rest)));
            return lines;
        }

        private int last() {
            return headings.size() - 1;
        }

        /** Characters in front of the last column. */
        private int before() {
            int before = 0;
            for (int column = 0; column < last(); column++) {
                before += width(column) + GAP.length();
            }
            return before;
        }

        private int room() {
            return screen.columns() - before();
        }

        private int width(int column) {
            return Math.max(
                    headings.get(column).length(),
                    rows.stream()
                            .mapToInt(row -> row.cells().get(column).text().length())
                            .max()
                            .orElse(0));
        }
    }
}
