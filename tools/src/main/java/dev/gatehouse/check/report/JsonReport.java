package dev.gatehouse.check.report;

import dev.gatehouse.rendering.ReportJson;
import dev.gatehouse.xml.Position;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The open findings for programs: an array. */
public record JsonReport(PrintWriter out, ReportedPaths paths) {

    /**
     * @param line and column: null for a file as a whole
     * @param place with the resource and the value, for people
     * @param help where the documents explain the rule
     */
    private record Row(
            String rule,
            String severity,
            String file,
            @Nullable Integer line,
            @Nullable Integer column,
            String place,
            String found,
            String why,
            String fix,
            String help,
            String fingerprint) {}

    public void print(CheckReport report) {
        RuleHelp help = new RuleHelp();
        Fingerprints fingerprints = new Fingerprints(paths);
        List<Row> rows = new ArrayList<>();
        for (Reported each : report.findings()) {
            String fingerprint = fingerprints.next(each); // also of those that are not shown, which count
            if (each.isOpen()) {
                rows.add(row(each, help, fingerprint));
            }
        }
        out.println(ReportJson.of(rows));
        out.flush();
    }

    private Row row(Reported each, RuleHelp help, String fingerprint) {
        Position at = each.spot().position().orElse(null);
        return new Row(
                each.finding().rule(),
                each.severity().word(),
                paths.relative(each.spot().file()),
                at == null ? null : at.line(),
                at == null ? null : at.column(),
                each.finding().place().toString(),
                each.finding().found(),
                each.finding().why(),
                each.finding().fix(),
                help.of(each.finding().rule()).link(),
                fingerprint);
    }
}
