package dev.gatehouse.doctor.probe;

import dev.gatehouse.screen.Block;
import dev.gatehouse.screen.Block.Note;
import dev.gatehouse.screen.Cell;
import dev.gatehouse.screen.Page;
import dev.gatehouse.screen.Paint;
import java.util.List;

/** The verdicts for people. */
public final class ProbePage {
    private ProbePage() {}

    /** The table, what each row proves and says below it, and the sum. */
    public static Page of(List<Row> rows) {
        long failed = count(rows, Verdict.FAILED);
        return new Page("What a deployment refuses, and which layer does")
                .table(
                        List.of("VERDICT", "CALL", "EXPECTED", "ACTUAL"),
                        rows.stream().map(ProbePage::row).toList())
                .heading("In short")
                .paragraph(
                        count(rows, Verdict.PASSED) + " passed, " + failed + " failed, "
                                + count(rows, Verdict.NOT_TRIED) + " not tried.",
                        failed == 0 ? Paint.NONE : Paint.BAD);
    }

    private static Block.Row row(Row row) {
        Row.Question question = row.question();
        Verdict verdict = row.judged().verdict();
        return Block.Row.of(
                List.of(
                        new Cell(verdict.word(), paint(verdict)),
                        Cell.of(question.call()),
                        Cell.of(question.expected()),
                        Cell.of(row.judged().actual())),
                new Note("", row.judged().says()),
                new Note("proves", question.proves()));
    }

    private static Paint paint(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> Paint.GOOD;
            case FAILED -> Paint.BAD;
            case NOT_TRIED -> Paint.UNDECIDED;
        };
    }

    static long count(List<Row> rows, Verdict verdict) {
        return rows.stream().filter(row -> row.judged().is(verdict)).count();
    }
}
