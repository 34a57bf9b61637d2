package dev.gatehouse.cli;

import dev.gatehouse.check.CheckFindings;
import dev.gatehouse.check.Finding;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.UndecidedRules;
import dev.gatehouse.check.input.InputReading;
import dev.gatehouse.check.input.InputReading.UnreadableFile;
import dev.gatehouse.rendering.ReportJson;
import dev.gatehouse.rendering.Screen;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code check} prints. What could not be read goes to standard error. */
record CheckReport(PrintWriter out, PrintWriter err, Screen screen) {
    private static final int RULE = 2;
    private static final int PLACE = 6;
    private static final int TEXT = 13;

    /** The findings alone, as an array; a summary of what was not decided goes to {@code err}. */
    void forPrograms(CheckFindings report, List<UnreadableFile> unreadable) {
        out.println(ReportJson.of(report.findings()));
        out.flush();
        if (!report.undecided().isEmpty()) {
            err.println(counted(report.undecided().size(), "place")
                    + " could not be decided; with --strict each of them is reported as a finding");
        }
        complain(unreadable);
    }

    /** Grouped by file, so that the findings of one file can be fixed together. */
    void forPeople(CheckFindings report, InputReading reading) {
        grouped(report.findings(), finding -> finding.place().file()).forEach((file, findings) -> {
            print(0, file);
            findings.forEach(this::print);
        });
        grouped(report.undecided(), undecided -> undecided.place().file()).forEach((file, undecided) -> {
            print(0, file + ": not decided");
            grouped(undecided, UndecidedRules::because).forEach(this::print);
        });
        if (!report.findings().isEmpty() || !report.undecided().isEmpty()) {
            out.println();
        }
        print(
                0,
                counted(reading.deployments().size(), "file") + " checked: "
                        + counted(report.findings().size(), "finding") + ", "
                        + report.undecided().size() + " not decided, "
                        + reading.unreadable().size() + " not read.");
        out.flush();
        complain(reading.unreadable());
    }

    private void print(Finding finding) {
        print(RULE, finding.rule());
        if (!finding.place().within().isEmpty()) {
            print(PLACE, finding.place().within());
        }
        print("found:", finding.found());
        print("why:", finding.why());
        print("fix:", finding.fix());
    }

    private void print(int indent, String text) {
        screen.indented(indent, text).forEach(out::println);
    }

    /** A text beside its label. */
    private void print(String label, String text) {
        List<String> lines = screen.indented(TEXT, text);
        out.println(" ".repeat(PLACE)
                + label
                + " ".repeat(TEXT - PLACE - label.length())
                + lines.get(0).substring(TEXT));
        lines.subList(1, lines.size()).forEach(out::println);
    }

    /** Unknown values, and the rules that they keep from deciding; often several rules at one place. */
    private void print(String reason, List<UndecidedRules> undecided) {
        print(RULE, "? " + reason);
        String rules = joined(undecided, each -> each.rules().stream().map(Rule::id), ", ");
        String places = joined(undecided, each -> Stream.of(each.place().within()), "; ");
        print(PLACE, rules + (places.isEmpty() ? "" : ": " + places));
    }

    private static String joined(
            List<UndecidedRules> all, Function<UndecidedRules, Stream<String>> parts, String separator) {
        return all.stream()
                .flatMap(parts)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(separator));
    }

    private void complain(List<UnreadableFile> unreadable) {
        unreadable.forEach(each -> err.println("gatehouse: " + each));
        err.flush();
    }

    private static <T> Map<String, List<T>> grouped(List<T> all, Function<T, String> by) {
        return all.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
