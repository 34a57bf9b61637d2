package dev.gatehouse.check.report;

import dev.gatehouse.check.FindingSeverity;
import dev.gatehouse.xml.Position;
import java.io.PrintWriter;

/**
 * Annotations of a change, as GitHub's runner reads them from a job's output
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands).
 */
public record GitHubReport(PrintWriter out, ReportedPaths paths) {

    public void print(CheckReport report) {
        report.open().map(this::annotation).forEach(out::println);
        out.println(Summary.of(report));
        out.flush();
    }

    private String annotation(Reported each) {
        Position at = each.spot().orStart();
        String text = each.finding().found() + ". " + each.finding().why() + " Fix: "
                + each.finding().fix() + (each.context().isEmpty() ? "" : " (" + each.context() + ")");
        return "::" + command(each.severity())
                + " file=" + property(paths.relative(each.spot().file()))
                + ",line=" + at.line()
                + ",col=" + at.column()
                + ",title=" + property(each.finding().rule())
                + "::" + data(text);
    }

    private static String command(FindingSeverity severity) {
        return severity == FindingSeverity.NOTE ? "notice" : severity.word();
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
