package dev.gatehouse.check.report;

import dev.gatehouse.check.Finding;
import dev.gatehouse.check.FindingSeverity;
import dev.gatehouse.check.Rule;
import dev.gatehouse.check.UndecidedRules;
import dev.gatehouse.rendering.Paint;
import dev.gatehouse.rendering.Printable;
import dev.gatehouse.rendering.Screen;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The open findings for people: by file, then what each rule means, once. */
public record TextReport(PrintWriter out, Screen screen) {
    private static final int FIRST = 2;
    private static final int TEXT = 6;
    private static final int PLACE = 8;
    private static final int SEVERITY = 9;

    public void print(CheckReport report) {
        grouped(report.open().toList(), each -> each.spot().file()).forEach((file, findings) -> {
            print(0, Paint.HEADING, file);
            findings.forEach(this::print);
            out.println();
        });
        printRules(report);
        grouped(report.undecided(), undecided -> undecided.place().file()).forEach((file, undecided) -> {
            print(0, Paint.HEADING, file + ": not decided");
            grouped(undecided, UndecidedRules::because).forEach(this::print);
            out.println();
        });
        print(0, Paint.NONE, Summary.of(report));
        out.flush();
    }

    private void print(Reported each) {
        String place =
                each.spot().position().map(at -> at.line() + ":" + at.column()).orElse("-");
        String severity = each.severity().word();
        String rule = each.finding().rule();
        String head = " ".repeat(FIRST)
                + padded(place, PLACE)
                + screen.paint(paint(each.severity()), severity)
                + " ".repeat(SEVERITY - severity.length());
        if (FIRST + PLACE + SEVERITY + rule.length() <= screen.columns()) {
            out.println(head + rule);
        } else {
            out.println(head.stripTrailing());
            print(TEXT, Paint.NONE, rule);
        }
        print(TEXT, Paint.NONE, each.finding().found());
        if (!each.context().isEmpty()) {
            print(TEXT, Paint.ASIDE, onOneLine(each.context()));
        }
        each.also().forEach(spot -> print(TEXT, Paint.ASIDE, "deployed in " + spot));
    }

    /** Names of resources may be long expressions, and the line says where they are. */
    private String onOneLine(String context) {
        int room = screen.columns() - TEXT;
        int comma = context.lastIndexOf(", ");
        String value = comma < 0 ? "" : context.substring(comma);
        return context.length() <= room || value.length() + 2 > room
                ? context
                : context.substring(0, room - value.length() - 1) + "…" + value;
    }

    private static Paint paint(FindingSeverity severity) {
        return switch (severity) {
            case ERROR -> Paint.BAD;
            case WARNING -> Paint.UNDECIDED;
            case NOTE -> Paint.ASIDE;
        };
    }

    /** What the rules of the findings mean, in the order of their first findings. */
    private void printRules(CheckReport report) {
        RuleHelp help = new RuleHelp();
        grouped(report.open().map(Reported::finding).toList(), Finding::rule).forEach((rule, findings) -> {
            print(0, Paint.HEADING, rule);
            labelled("why", findings.get(0).why());
            labelled("fix", findings.get(0).fix());
            labelled("see", help.of(rule).link());
            out.println();
        });
    }

    private void print(int indent, Paint paint, String text) {
        screen.indented(indent, Printable.of(text)).forEach(line -> out.println(screen.paint(paint, line)));
    }

    /** A text beside its label. */
    private void labelled(String label, String text) {
        List<String> lines = screen.indented(TEXT, Printable.of(text));
        out.println(
                " ".repeat(FIRST) + padded(label, TEXT - FIRST) + lines.get(0).substring(TEXT));
        lines.subList(1, lines.size()).forEach(out::println);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    /** Unknown values, and the rules that they keep from deciding; often several rules at one place. */
    private void print(String reason, List<UndecidedRules> undecided) {
        print(FIRST, Paint.NONE, "? " + reason);
        String rules = joined(undecided, each -> each.rules().stream().map(Rule::id), ", ");
        String places = joined(undecided, each -> Stream.of(each.place().within()), "; ");
        print(TEXT, Paint.ASIDE, rules + (places.isEmpty() ? "" : ": " + places));
    }

    private static String joined(
            List<UndecidedRules> all, Function<UndecidedRules, Stream<String>> parts, String separator) {
        return all.stream()
                .flatMap(parts)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(separator));
    }

    private static <T> Map<String, List<T>> grouped(List<T> all, Function<T, String> by) {
        return all.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    }
}
