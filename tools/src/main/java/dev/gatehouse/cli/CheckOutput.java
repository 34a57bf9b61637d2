package dev.gatehouse.cli;

import dev.gatehouse.check.input.InputReading.UnreadableFile;
import dev.gatehouse.check.report.CheckReport;
import dev.gatehouse.check.report.GitHubReport;
import dev.gatehouse.check.report.JsonReport;
import dev.gatehouse.check.report.ReportedPaths;
import dev.gatehouse.check.report.SarifReport;
import dev.gatehouse.check.report.TextReport;
import dev.gatehouse.input.GivenText;
import dev.gatehouse.input.UnreadableInput;
import dev.gatehouse.rendering.Screen;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options of {@code check} about its report. What could not be read goes to standard error. */
final class CheckOutput {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--format",
            converter = FormatConverter.class,
            paramLabel = "text|json|sarif|github",
            description = "text for people (default); json: an array of findings; sarif: SARIF 2.1.0 for code scanning;"
                    + " github: annotations in a workflow's log.")
    private Format format = Format.TEXT;

    @Option(names = "--json", description = "The same as --format json.")
    private boolean json;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write the report to a file, and the text for people to standard output.")
    private Optional<Path> file = Optional.empty();

    /** The form of a report. */
    enum Format {
        TEXT,
        JSON,
        SARIF,
        GITHUB
    }

    static final class FormatConverter extends KebabCaseEnumConverter<Format> {
        FormatConverter() {
            super(Format.class);
        }
    }

    /** @throws UnreadableInput when the file cannot be written */
    void print(CheckReport report, Path here, boolean hasBaseline) {
        PrintWriter out = spec.commandLine().getOut();
        Screen screen = Terminal.of(spec.commandLine());
        Format chosen = json ? Format.JSON : format;
        if (file.isEmpty()) {
            print(chosen, report, here, hasBaseline, out, screen);
        } else {
            write(chosen, report, here, hasBaseline, file.get());
            new TextReport(out, screen).print(report);
        }
        complain(report);
    }

    private void write(Format chosen, CheckReport report, Path here, boolean hasBaseline, Path to) {
        try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(to, StandardCharsets.UTF_8))) {
            print(chosen, report, here, hasBaseline, writer, Screen.plain());
        } catch (IOException unwritable) {
            throw new UnreadableInput(GivenText.name(to) + " cannot be written: " + unwritable.getMessage());
        }
    }

    private static void print(
            Format chosen, CheckReport report, Path here, boolean hasBaseline, PrintWriter out, Screen screen) {
        ReportedPaths paths = new ReportedPaths(here);
        switch (chosen) {
            case TEXT -> new TextReport(out, screen).print(report);
            case JSON -> new JsonReport(out, paths).print(report);
            case SARIF -> new SarifReport(out, paths, GatehouseCommand.version().orElse(""), hasBaseline).print(report);
            case GITHUB -> new GitHubReport(out, paths).print(report);
        }
    }

    /** What several files have in common is said once. */
    private void complain(CheckReport report) {
        PrintWriter err = spec.commandLine().getErr();
        report.reading().unreadable().forEach(each -> err.println("gatehouse: " + lines(each.toString())));
        Map<String, List<UnreadableFile>> skipped = report.reading().skipped().stream()
                .collect(Collectors.groupingBy(UnreadableFile::why, LinkedHashMap::new, Collectors.toList()));
        skipped.forEach((why, files) -> err.println("gatehouse: not checked: "
                + files.get(0).file()
                + (files.size() == 1 ? "" : " and " + (files.size() - 1) + " more")
                + ": " + lines(why)));
        if ((json || format != Format.TEXT) && !report.undecided().isEmpty()) {
            err.println("gatehouse: " + report.undecided().size()
                    + " places could not be decided; with --strict each of them is reported as a finding");
        }
        err.flush();
    }

    /** Of several lines, such as a compiler's, those that follow the first are indented. */
    private static String lines(String text) {
        return text.replaceAll("\\R", System.lineSeparator() + "  ");
    }
}
