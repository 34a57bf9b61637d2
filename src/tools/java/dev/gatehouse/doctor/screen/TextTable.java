package dev.gatehouse.doctor.screen;

import java.util.ArrayList;
import java.util.List;

/** Rows in columns as wide as their widest cell; the last column is cut where the screen ends. */
public final class TextTable {
    private static final String GAP = "  ";

    private final Screen screen;
    private final List<List<Cell>> rows = new ArrayList<>();

    /** One cell, still without its colour. */
    public record Cell(String text, Paint paint) {
        public static Cell of(String text) {
            return new Cell(text, Paint.NONE);
        }
    }

    public TextTable(Screen screen, List<String> headings) {
        this.screen = screen;
        rows.add(headings.stream().map(text -> new Cell(text, Paint.HEADING)).toList());
    }

    public void add(List<Cell> row) {
        rows.add(row);
    }

    /** One line for the headings, then one for each row. */
    public List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(List<Cell> row) {
        StringBuilder line = new StringBuilder();
        int used = 0;
        int last = row.size() - 1;
        for (int column = 0; column < last; column++) {
            Cell cell = row.get(column);
            int width = width(column);
            line.append(painted(cell, cell.text()))
                    .append(" ".repeat(width - cell.text().length()))
                    .append(GAP);
            used += width + GAP.length();
        }
        return line.append(painted(row.get(last), cut(row.get(last).text(), screen.columns() - used)))
                .toString()
                .stripTrailing();
    }

    private String painted(Cell cell, String text) {
        return cell.paint() == Paint.NONE ? text : screen.paint(cell.paint(), text);
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> row.get(column).text().length())
                .max()
                .orElse(0);
    }

    private static String cut(String text, int room) {
        int atLeast = Math.max(room, 8);
        return text.length() <= atLeast ? text : text.substring(0, atLeast - 1) + "…";
    }
}
