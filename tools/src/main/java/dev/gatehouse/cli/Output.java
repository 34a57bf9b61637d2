package dev.gatehouse.cli;

import dev.gatehouse.input.UnreadableInput;
import dev.gatehouse.rendering.Page;
import dev.gatehouse.rendering.PageText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
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

    /** @throws ParameterException when the report cannot be written */
    void print(Page page, Supplier<String> forPrograms) {
        CommandLine line = spec.commandLine();
        try {
            report.ifPresent(to -> ReportFile.write(to, page));
        } catch (UnreadableInput unwritable) {
            throw new ParameterException(line, "--report: " + unwritable.getMessage());
        }
        PrintWriter out = line.getOut();
        if (json) {
            out.println(forPrograms.get());
        } else {
            new PageText(Terminal.of(line)).of(page).forEach(out::println);
        }
        out.flush();
    }
}
