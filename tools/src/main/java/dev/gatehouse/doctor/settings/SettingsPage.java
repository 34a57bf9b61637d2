package dev.gatehouse.doctor.settings;

import dev.gatehouse.rendering.Block.Note;
import dev.gatehouse.rendering.Cell;
import dev.gatehouse.rendering.Page;
import dev.gatehouse.rendering.Paint;
import dev.gatehouse.rendering.ReportJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports on settings, for people and for programs. */
public final class SettingsPage {
    private SettingsPage() {}

    /** @param source of the settings */
    public static Page of(String source, List<SettingReport> reports) {
        Page page = new Page("App settings of " + source);
        reports.forEach(report -> page.item(
                mark(report),
                report.setting() + (report.isWrong() ? "" : ": " + report.actual()),
                new Note("expected", report.expected()),
                new Note("actual", report.isWrong() ? report.actual() : ""),
                new Note("fix", report.fix())));
        long wrong = reports.stream().filter(SettingReport::isWrong).count();
        page.heading("In short");
        return wrong == 0
                ? page.paragraph("All settings are correct.", Paint.GOOD)
                : page.paragraph(
                        wrong + " of " + reports.size() + " are wrong; the app refuses every call while a setting"
                                + " is missing or malformed.",
                        Paint.BAD);
    }

    private record Json(String source, List<Setting> settings) {}

    private record Setting(String setting, @Nullable Boolean ok, String expected, String actual, String fix) {
        static Setting of(SettingReport report) {
            return new Setting(
                    report.setting(), report.ok().orElse(null), report.expected(), report.actual(), report.fix());
        }
    }

    public static String json(String source, List<SettingReport> reports) {
        return ReportJson.of(new Json(source, reports.stream().map(Setting::of).toList()));
    }

    private static Cell mark(SettingReport report) {
        return report.ok()
                .map(ok -> ok ? new Cell("ok", Paint.GOOD) : new Cell("WRONG", Paint.BAD))
                .orElseGet(() -> new Cell("note", Paint.UNDECIDED));
    }
}
