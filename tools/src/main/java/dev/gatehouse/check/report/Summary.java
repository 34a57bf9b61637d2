package dev.gatehouse.check.report;

import dev.gatehouse.check.FindingSeverity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The last line of a report. */
final class Summary {
    private Summary() {}

    static String of(CheckReport report) {
        List<String> parts = new ArrayList<>();
        parts.add(findings(report));
        if (report.suppressed() > 0) {
            parts.add(report.suppressed() + " suppressed");
        }
        if (report.known() > 0) {
            parts.add(report.known() + " in the baseline");
        }
        parts.add(report.undecided().size() + " not decided");
        parts.add(report.reading().unreadable().size() + " not read");
        return counted(report.reading().deployments().size(), "file") + " checked: " + String.join(", ", parts) + ".";
    }

    /** With the severities that there are. */
    private static String findings(CheckReport report) {
        String severities = Arrays.stream(FindingSeverity.values())
                .filter(severity -> report.open(severity) > 0)
                .map(severity -> counted(report.open(severity), severity.word()))
                .collect(Collectors.joining(", "));
        return counted(report.open().count(), "finding") + (severities.isEmpty() ? "" : " (" + severities + ")");
    }

    static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
