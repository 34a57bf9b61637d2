package dev.gatehouse.cli;

import dev.gatehouse.doctor.trace.ExportedTrace;
import dev.gatehouse.doctor.trace.TracePage;
import dev.gatehouse.input.UnreadableInput;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse doctor trace}: explains an exported trace and removes secrets from it. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description =
                "Explain a trace exported from API Management or by 'gatehouse trace --json', and write a copy without"
                        + " tokens, keys and secrets.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no step of the trace refused the request",
            "1:a step of the trace refused the request or failed",
            "2:invalid command line, or the trace cannot be read"
        })
final class ExportedTraceCommand implements Callable<Integer> {
    private static final int REFUSED = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE|-", description = "The trace as JSON; - for standard input.")
    private String file = Input.STANDARD;

    @Mixin
    private Output output = new Output();

    @Option(names = "--out", paramLabel = "FILE", description = "Write the copy to a new file.")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() {
        try {
            ExportedTrace trace =
                    ExportedTrace.read(new Input(spec.commandLine()).text(file, "Paste the trace, then press Ctrl-D:"));
            out.ifPresent(to -> ReportFile.write(to, trace.json() + System.lineSeparator()));
            output.print(TracePage.of(trace), trace::json);
            return trace.isRefused() ? REFUSED : CommandLine.ExitCode.OK;
        } catch (UnreadableInput fault) {
            spec.commandLine().getErr().println("gatehouse: " + fault.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
    }
}
