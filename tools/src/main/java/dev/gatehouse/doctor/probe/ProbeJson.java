package dev.gatehouse.doctor.probe;

import dev.gatehouse.rendering.ReportJson;
import java.util.List;
import java.util.Locale;

/** The verdicts for programs. */
public record ProbeJson(List<Row> rows, long passed, long failed, long notTried) {

    private record Row(
            String row, String call, String expected, String actual, String verdict, String says, String proves) {
        static Row of(ProbeRow row) {
            return new Row(
                    row.question().name(),
                    row.question().call(),
                    row.question().expected(),
                    row.judged().actual(),
                    row.judged().verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    row.judged().says(),
                    row.question().proves());
        }
    }

    public static String of(List<ProbeRow> rows) {
        return ReportJson.of(new ProbeJson(
                rows.stream().map(Row::of).toList(),
                ProbePage.count(rows, ProbeVerdict.PASSED),
                ProbePage.count(rows, ProbeVerdict.FAILED),
                ProbePage.count(rows, ProbeVerdict.NOT_TRIED)));
    }
}
