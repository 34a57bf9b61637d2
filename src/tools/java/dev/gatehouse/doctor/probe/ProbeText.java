package dev.gatehouse.doctor.probe;

import dev.gatehouse.doctor.screen.Paint;
import dev.gatehouse.doctor.screen.Printable;
import dev.gatehouse.doctor.screen.Screen;
import dev.gatehouse.doctor.screen.TextTable;
import dev.gatehouse.doctor.screen.TextTable.Cell;
import java.util.ArrayList;
import java.util.List;

/** The verdicts for people. */
public final class ProbeText {
    private static final int INDENT = 4;

    /** Columns that the whole table takes; on a narrower screen, what a row proves stands below it. */
    private static final int WIDE = 220;

    private final Screen screen;

    public ProbeText(Screen screen) {
        this.screen = screen;
    }

    /** The table, a line below each row that has something to say, and the sum. */
    public List<String> of(List<Row> rows) {
        boolean wide = screen.columns() >= WIDE;
        List<String> headings = List.of("VERDICT", "CALL", "EXPECTED", "ACTUAL", "PROVES");
        TextTable table = new TextTable(screen, wide ? headings : headings.subList(0, 4));
        rows.forEach(row -> table.add(wide ? cells(row) : cells(row).subList(0, 4)));
        List<String> lines = new ArrayList<>(table.lines().subList(0, 1));
        for (int i = 0; i < rows.size(); i++) {
            lines.add(table.lines().get(i + 1));
            if (!wide) {
                screen.indented(INDENT, "proves: " + rows.get(i).question().proves())
                        .forEach(line -> lines.add(screen.paint(Paint.ASIDE, line)));
            }
            String says = rows.get(i).judged().says();
            if (!says.isEmpty()) {
                lines.addAll(screen.indented(INDENT, Printable.of(says)));
            }
        }
        lines.add("");
        lines.add(sum(rows));
        return lines;
    }

    private static List<Cell> cells(Row row) {
        Verdict verdict = row.judged().verdict();
        Row.Question question = row.question();
        return List.of(
                new Cell(verdict.word(), paint(verdict)),
                Cell.of(question.call()),
                Cell.of(question.expected()),
                Cell.of(Printable.of(row.judged().actual())),
                new Cell(question.proves(), Paint.ASIDE));
    }

    private static Paint paint(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> Paint.GOOD;
            case FAILED -> Paint.BAD;
            case NOT_TRIED -> Paint.UNDECIDED;
        };
    }

    private static String sum(List<Row> rows) {
        return count(rows, Verdict.PASSED) + " passed, " + count(rows, Verdict.FAILED) + " failed, "
                + count(rows, Verdict.NOT_TRIED) + " not tried.";
    }

    static long count(List<Row> rows, Verdict verdict) {
        return rows.stream().filter(row -> row.judged().is(verdict)).count();
    }
}
