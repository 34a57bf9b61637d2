package dev.gatehouse.cli;

import dev.gatehouse.calls.CallRow;
import dev.gatehouse.calls.CallTable;
import dev.gatehouse.input.UnreadableInput;
import dev.gatehouse.rendering.Page;
import dev.gatehouse.rendering.PageText;
import dev.gatehouse.rendering.TextTable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Output options of a command: text for people, JSON for programs, an HTML report to pass on. */
final class Output {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description =
                    "Also write the result to a new HTML file that is safe to pass on: without tokens, keys and secrets.")
    private Optional<Path> report = Optional.empty();

    boolean hasReport() {
        return report.isPresent();
    }

    /** Shows rows of calls as they are made; programs get them at the end. */
    Consumer<CallRow> rows() {
        TextTable table = CallTable.on(Terminal.of(spec.commandLine()));
        return row -> forPeople(table.lines(CallTable.row(row)));
    }

    /** All rows in a report and for programs; people saw them, and get the totals. */
    void end(String title, CallTable calls) {
        report(calls.page(title));
        forPeople(List.of(""));
        end(calls.totals(), calls::json);
    }

    /** @throws ParameterException when the report cannot be written */
    void print(Page page, Supplier<String> forPrograms) {
        report(page);
        end(page, forPrograms);
    }

    private void end(Page page, Supplier<String> forPrograms) {
        forPeople(new PageText(Terminal.of(spec.commandLine())).of(page));
        if (json) {
            out().println(forPrograms.get());
            out().flush();
        }
    }

    private void forPeople(List<String> lines) {
        if (!json) {
            lines.forEach(out()::println);
            out().flush();
        }
    }

    private void report(Page page) {
        try {
            report.ifPresent(to -> ReportFile.write(to, page));
        } catch (UnreadableInput unwritable) {
            throw new ParameterException(spec.commandLine(), "--report: " + unwritable.getMessage());
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
