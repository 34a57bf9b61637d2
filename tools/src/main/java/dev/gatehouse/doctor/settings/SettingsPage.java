package dev.gatehouse.doctor.settings;

import dev.gatehouse.doctor.settings.SettingReport.SettingVerdict;
import dev.gatehouse.rendering.Block.Note;
import dev.gatehouse.rendering.Cell;
import dev.gatehouse.rendering.Page;
import dev.gatehouse.rendering.Paint;
import dev.gatehouse.rendering.ReportJson;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reports on settings, for people and for programs. */
public final class SettingsPage {
    private SettingsPage() {}

    /**
     * What is wrong comes first.
     *
     * @param source of the settings
     */
    public static Page of(String source, List<SettingReport> reports) {
        Page page = new Page("App settings of " + source);
        page.heading("In short");
        conclusion(page, reports);
        page.heading("All settings");
        for (SettingVerdict verdict :
                List.of(SettingVerdict.WRONG, SettingVerdict.DIFFERS, SettingVerdict.NOTE, SettingVerdict.OK)) {
            reports.stream().filter(report -> report.verdict() == verdict).forEach(report -> add(page, report));
        }
        return page;
    }

    private static void conclusion(Page page, List<SettingReport> reports) {
        long wrong = count(reports, SettingVerdict.WRONG);
        long differing = count(reports, SettingVerdict.DIFFERS);
        if (wrong > 0) {
            page.paragraph(
                    wrong + " of " + reports.size() + (wrong == 1 ? " is" : " are") + " wrong: "
                            + String.join(", ", names(reports, SettingVerdict.WRONG)) + ".",
                    Paint.BAD);
        }
        if (differing > 0) {
            page.paragraph(
                    differing + " of " + reports.size() + (differing == 1 ? " differs" : " differ")
                            + " from the deployment that they are compared with. That is no fault in itself: the app accepts"
                            + " these values.",
                    Paint.UNDECIDED);
        }
        if (wrong == 0) {
            page.paragraph(differing == 0 ? "All settings are correct." : "No setting is wrong.", Paint.GOOD);
        }
    }

    private static void add(Page page, SettingReport report) {
        boolean apart = report.verdict() == SettingVerdict.WRONG || report.verdict() == SettingVerdict.DIFFERS;
        page.item(
                mark(report.verdict()),
                report.setting() + (apart || report.actual().isEmpty() ? "" : ": " + report.actual()),
                new Note("expected", report.expected()),
                new Note("actual", apart ? report.actual() : ""),
                new Note("fix", report.fix()));
    }

    private static List<String> names(List<SettingReport> reports, SettingVerdict verdict) {
        return reports.stream()
                .filter(report -> report.verdict() == verdict)
                .map(SettingReport::setting)
                .distinct()
                .toList();
    }

    private static long count(List<SettingReport> reports, SettingVerdict verdict) {
        return reports.stream().filter(report -> report.verdict() == verdict).count();
    }

    private record Json(String source, List<Setting> settings) {}

    private record Setting(
            String setting, @Nullable Boolean ok, String verdict, String expected, String actual, String fix) {
        static Setting of(SettingReport report) {
            return new Setting(
                    report.setting(),
                    report.ok().orElse(null),
                    report.verdict().name().toLowerCase(Locale.ROOT),
                    report.expected(),
                    report.actual(),
                    report.fix());
        }
    }

    public static String json(String source, List<SettingReport> reports) {
        return ReportJson.of(new Json(source, reports.stream().map(Setting::of).toList()));
    }

    private static Cell mark(SettingVerdict verdict) {
        return switch (verdict) {
            case OK -> new Cell("ok", Paint.GOOD);
            case WRONG -> new Cell("WRONG", Paint.BAD);
            case DIFFERS -> new Cell("differs", Paint.UNDECIDED);
            case NOTE -> new Cell("note", Paint.UNDECIDED);
        };
    }
}
