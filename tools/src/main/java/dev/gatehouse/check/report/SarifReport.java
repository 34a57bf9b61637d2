package dev.gatehouse.check.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.check.input.InputReading.UnreadableFile;
import dev.gatehouse.rendering.ReportJson;
import java.io.PrintWriter;

/**
 * A log in SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html) with what GitHub's code scanning
 * reads of it (https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning).
 *
 * @param version of this tool; empty where it is not known
 * @param hasBaseline whether findings are compared with earlier ones
 */
public record SarifReport(PrintWriter out, ReportedPaths paths, String version, boolean hasBaseline) {
    static final String ROOT = "SRCROOT";
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    public void print(CheckReport report) {
        ObjectNode log = JsonNodeFactory.instance.objectNode();
        log.put("$schema", SCHEMA).put("version", "2.1.0");
        log.putArray("runs").add(run(report));
        out.println(ReportJson.of(log));
        out.flush();
    }

    private JsonNode run(CheckReport report) {
        ObjectNode run = JsonNodeFactory.instance.objectNode();
        ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "gatehouse");
        if (!version.isEmpty()) {
            driver.put("version", version);
        }
        SarifRules rules = new SarifRules(report);
        driver.set("rules", rules.descriptors());
        run.putObject("automationDetails").put("id", "gatehouse/check/");
        run.put("columnKind", "utf16CodeUnits");
        run.putObject("originalUriBaseIds")
                .putObject(ROOT)
                .putObject("description")
                .put("text", "The folder that the check was called from.");
        run.putArray("invocations").add(invocation(report));
        SarifResults results = new SarifResults(rules, paths, hasBaseline);
        ArrayNode all = run.putArray("results");
        report.findings().forEach(each -> all.add(results.result(each)));
        return run;
    }

    private JsonNode invocation(CheckReport report) {
        ObjectNode invocation = JsonNodeFactory.instance.objectNode();
        invocation.put("executionSuccessful", report.reading().unreadable().isEmpty());
        ArrayNode notes = invocation.putArray("toolExecutionNotifications");
        report.reading().unreadable().forEach(each -> notes.add(notification("error", each)));
        report.reading().skipped().forEach(each -> notes.add(notification("warning", each)));
        report.undecided()
                .forEach(each -> notes.add(notification(
                        "note",
                        new UnreadableFile(
                                each.place().file(),
                                "not decided: " + each.because() + ": "
                                        + each.rules().stream()
                                                .map(rule -> rule.id())
                                                .toList()))));
        return invocation;
    }

    private JsonNode notification(String level, UnreadableFile each) {
        ObjectNode notification = JsonNodeFactory.instance.objectNode();
        notification.put("level", level).putObject("message").put("text", each.toString());
        notification
                .putArray("locations")
                .addObject()
                .putObject("physicalLocation")
                .putObject("artifactLocation")
                .put("uri", paths.uri(each.file()));
        return notification;
    }
}
