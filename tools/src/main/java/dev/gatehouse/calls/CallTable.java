package dev.gatehouse.calls;

import dev.gatehouse.calls.CallRow.Outcome;
import dev.gatehouse.calls.CallRow.Question;
import dev.gatehouse.rendering.Block;
import dev.gatehouse.rendering.Block.Note;
import dev.gatehouse.rendering.Cell;
import dev.gatehouse.rendering.Page;
import dev.gatehouse.rendering.Paint;
import dev.gatehouse.rendering.ReportJson;
import dev.gatehouse.rendering.Screen;
import dev.gatehouse.rendering.TextTable;
import java.util.List;
import java.util.Locale;

/** Rows of calls, for people and for programs. */
public record CallTable(List<CallRow> rows) {
    private static final List<String> HEADINGS = List.of("VERDICT", "CALLER", "ANSWERED", "REASON");
    private static final int VERDICT = 9;
    private static final int CALLER = 51;
    private static final int NARROWEST_CALLER = 20;
    private static final int ANSWERED = 13;
    private static final int REASON = 25;

    /** What is around the caller in a table without reasons: margin and gaps too. */
    private static final int AROUND = 2 + VERDICT + 2 + 2 + ANSWERED;

    public CallTable {
        rows = List.copyOf(rows);
    }

    /** For rows that are shown one by one, so that the widths of columns depend on the screen alone. */
    public static TextTable on(Screen screen) {
        int caller = Math.max(NARROWEST_CALLER, Math.min(CALLER, screen.columns() - AROUND));
        return TextTable.inSections(screen, HEADINGS, List.of(VERDICT, caller, ANSWERED, REASON));
    }

    /** What was expected is said only where it was not answered so. */
    public static Block.Row row(CallRow row) {
        Question question = row.question();
        Outcome outcome = row.outcome();
        return new Block.Row(
                question.called(),
                List.of(
                        mark(outcome.verdict()),
                        Cell.of(question.caller()),
                        Cell.of(outcome.answer().toString()),
                        Cell.of(outcome.answer().reason())),
                List.of(
                        new Note("expected", row.is(CallVerdict.PASSED) ? "" : question.expected()),
                        new Note("", outcome.says()),
                        new Note("proves", question.proves())));
    }

    private static Cell mark(CallVerdict verdict) {
        return switch (verdict) {
            case PASSED -> new Cell("ok", Paint.GOOD);
            case FAILED -> new Cell("FAILED", Paint.BAD);
            case NOT_TRIED -> new Cell("not tried", Paint.UNDECIDED);
        };
    }

    /** All rows and the totals. */
    public Page page(String title) {
        return withTotals(new Page(title)
                .table(HEADINGS, rows.stream().map(CallTable::row).toList()));
    }

    /** The totals alone, for below rows that were shown one by one. */
    public Page totals() {
        return withTotals(new Page(""));
    }

    private Page withTotals(Page page) {
        return page.heading("In short")
                .paragraph(
                        count(CallVerdict.PASSED) + " passed, " + count(CallVerdict.FAILED) + " failed, "
                                + count(CallVerdict.NOT_TRIED) + " not tried.",
                        isClean() ? Paint.NONE : Paint.BAD);
    }

    /** Whether no row failed. */
    public boolean isClean() {
        return count(CallVerdict.FAILED) == 0;
    }

    /** Whether no row failed and one at least was tried: without any, nothing is known. */
    public boolean isProof() {
        return isClean() && count(CallVerdict.PASSED) > 0;
    }

    private long count(CallVerdict verdict) {
        return rows.stream().filter(row -> row.is(verdict)).count();
    }

    public String json() {
        return ReportJson.of(new Json(
                rows.stream().map(JsonRow::of).toList(),
                count(CallVerdict.PASSED),
                count(CallVerdict.FAILED),
                count(CallVerdict.NOT_TRIED)));
    }

    private record Json(List<JsonRow> rows, long passed, long failed, long notTried) {}

    private record JsonRow(
            String row,
            String called,
            String caller,
            String expected,
            String answered,
            String layer,
            String reason,
            String verdict,
            String says,
            String proves) {
        static JsonRow of(CallRow row) {
            Question question = row.question();
            Outcome outcome = row.outcome();
            return new JsonRow(
                    question.name(),
                    question.called(),
                    question.caller(),
                    question.expected(),
                    outcome.answer().status(),
                    outcome.answer().layer(),
                    outcome.answer().reason(),
                    outcome.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    outcome.says(),
                    question.proves());
        }
    }
}
