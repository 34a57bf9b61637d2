package dev.gatehouse.doctor.page;

import dev.gatehouse.doctor.screen.Paint;
import dev.gatehouse.doctor.screen.Printable;
import dev.gatehouse.doctor.screen.Screen;
import dev.gatehouse.doctor.screen.TextTable;
import dev.gatehouse.doctor.screen.TextTable.Cell;
import java.util.ArrayList;
import java.util.List;

/** A page as lines for a terminal, or for a pipe. */
public record PageText(Screen screen) {
    private static final int MARK = 11;

    public List<String> of(Page page) {
        List<String> lines = new ArrayList<>();
        lines.add(screen.paint(Paint.HEADING, Printable.of(page.title())));
        page.blocks().forEach(block -> add(lines, block));
        return lines;
    }

    private void add(List<String> lines, Block block) {
        if (block instanceof Block.Heading heading) {
            lines.add("");
            lines.add(screen.paint(Paint.HEADING, Printable.of(heading.text())));
        } else if (block instanceof Block.Paragraph paragraph) {
            screen.indented(0, Printable.of(paragraph.text())).forEach(line -> lines.add(painted(paragraph, line)));
        } else if (block instanceof Block.Table table) {
            lines.addAll(lines(table));
        } else if (block instanceof Block.Item item) {
            item(lines, item);
        }
    }

    private String painted(Block.Paragraph paragraph, String line) {
        return paragraph.paint() == Paint.NONE ? line : screen.paint(paragraph.paint(), line);
    }

    private List<String> lines(Block.Table table) {
        TextTable text = new TextTable(Screen.plain(), table.headings());
        table.rows().forEach(row -> text.add(printable(row)));
        boolean fits = text.lines().stream().allMatch(line -> line.length() <= screen.columns());
        if (!fits) {
            return table.rows().stream()
                    .flatMap(row -> stacked(printable(row)).stream())
                    .toList();
        }
        TextTable painted = new TextTable(screen, table.headings());
        table.rows().forEach(row -> painted.add(printable(row)));
        return painted.lines();
    }

    /** A row that is too wide for the screen: its first cell, and the others below it. */
    private List<String> stacked(List<Cell> row) {
        List<String> lines = new ArrayList<>();
        lines.add(screen.paint(Paint.HEADING, row.get(0).text()));
        row.subList(1, row.size()).forEach(cell -> screen.indented(2, cell.text())
                .forEach(line -> lines.add(cell.paint() == Paint.NONE ? line : screen.paint(cell.paint(), line))));
        return lines;
    }

    private static List<Cell> printable(List<Cell> row) {
        return row.stream()
                .map(cell -> new Cell(Printable.of(cell.text()), cell.paint()))
                .toList();
    }

    private void item(List<String> lines, Block.Item item) {
        String mark = item.mark().text();
        String padded = " ".repeat(Math.max(1, MARK - mark.length()));
        List<String> text = screen.indented(MARK, Printable.of(item.text()));
        lines.add(screen.paint(item.mark().paint(), mark) + padded + text.get(0).stripLeading());
        lines.addAll(text.subList(1, text.size()));
        item.notes()
                .forEach(note -> lines.addAll(screen.indented(MARK, note.name() + ": " + Printable.of(note.text()))));
    }
}
