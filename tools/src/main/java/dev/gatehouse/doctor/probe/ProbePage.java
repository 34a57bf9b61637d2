package dev.gatehouse.doctor.probe;

import dev.gatehouse.doctor.probe.ProbeRow.ProbeVerdict;
import dev.gatehouse.rendering.Block;
import dev.gatehouse.rendering.Block.Note;
import dev.gatehouse.rendering.Cell;
import dev.gatehouse.rendering.Page;
import dev.gatehouse.rendering.Paint;
import dev.gatehouse.rendering.ReportJson;
import java.util.List;
import java.util.Locale;

/** The verdicts, for people and for programs. */
public final class ProbePage {
    private ProbePage() {}

    /** The table, each row's notes below it, and the totals. */
    public static Page of(List<ProbeRow> rows) {
        long failed = count(rows, ProbeVerdict.FAILED);
        return new Page("Requests that must be rejected, and the layer that rejects each")
                .table(
                        List.of("VERDICT", "CALL", "EXPECTED", "ACTUAL"),
                        rows.stream().map(ProbePage::row).toList())
                .heading("In short")
                .paragraph(
                        count(rows, ProbeVerdict.PASSED) + " passed, " + failed + " failed, "
                                + count(rows, ProbeVerdict.NOT_TRIED) + " not tried.",
                        failed == 0 ? Paint.NONE : Paint.BAD);
    }

    private static Block.Row row(ProbeRow row) {
        ProbeRow.Question question = row.question();
        ProbeVerdict verdict = row.judged().verdict();
        return Block.Row.of(
                List.of(
                        new Cell(verdict.word(), paint(verdict)),
                        Cell.of(question.call()),
                        Cell.of(question.expected()),
                        Cell.of(row.judged().actual())),
                new Note("", row.judged().says()),
                new Note("proves", question.proves()));
    }

    private static Paint paint(ProbeVerdict verdict) {
        return switch (verdict) {
            case PASSED -> Paint.GOOD;
            case FAILED -> Paint.BAD;
            case NOT_TRIED -> Paint.UNDECIDED;
        };
    }

    private static long count(List<ProbeRow> rows, ProbeVerdict verdict) {
        return rows.stream().filter(row -> row.judged().is(verdict)).count();
    }

    private record Json(List<JsonRow> rows, long passed, long failed, long notTried) {}

    private record JsonRow(
            String row, String call, String expected, String actual, String verdict, String says, String proves) {
        static JsonRow of(ProbeRow row) {
            return new JsonRow(
                    row.question().name(),
                    row.question().call(),
                    row.question().expected(),
                    row.judged().actual(),
                    row.judged().verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    row.judged().says(),
                    row.question().proves());
        }
    }

    public static String json(List<ProbeRow> rows) {
        return ReportJson.of(new Json(
                rows.stream().map(JsonRow::of).toList(),
                count(rows, ProbeVerdict.PASSED),
                count(rows, ProbeVerdict.FAILED),
                count(rows, ProbeVerdict.NOT_TRIED)));
    }
}
