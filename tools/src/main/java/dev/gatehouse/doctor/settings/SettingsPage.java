package dev.gatehouse.doctor.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.rendering.Block.Note;
import dev.gatehouse.rendering.Cell;
import dev.gatehouse.rendering.Page;
import dev.gatehouse.rendering.Paint;
import java.util.List;

/** Reports on settings, for people and for programs. */
public final class SettingsPage {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SettingsPage() {}

    /** @param source where the settings come from */
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
                ? page.paragraph("Nothing is wrong with the settings.", Paint.GOOD)
                : page.paragraph(
                        wrong + " of " + reports.size() + " are wrong; the app refuses every call while one"
                                + " is missing or malformed.",
                        Paint.BAD);
    }

    public static String json(String source, List<SettingReport> reports) {
        ObjectNode root = JSON.createObjectNode().put("source", source);
        var settings = root.putArray("settings");
        reports.forEach(report -> {
            ObjectNode object = settings.addObject().put("setting", report.setting());
            report.ok().ifPresentOrElse(ok -> object.put("ok", ok), () -> object.putNull("ok"));
            object.put("expected", report.expected())
                    .put("actual", report.actual())
                    .put("fix", report.fix());
        });
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("reports can be written as JSON", impossible);
        }
    }

    private static Cell mark(SettingReport report) {
        return report.ok()
                .map(ok -> ok ? new Cell("ok", Paint.GOOD) : new Cell("WRONG", Paint.BAD))
                .orElseGet(() -> new Cell("note", Paint.UNDECIDED));
    }
}
