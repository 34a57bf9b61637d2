package dev.gatehouse.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gatehouse doctor}: the commands that explain what happened. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Diagnose errors, tokens, calls, settings and deployments. Without a command, explains what standard input has.",
        subcommands = {
            ExplainCommand.class,
            TokenCommand.class,
            CallCommand.class,
            ProbeCommand.class,
            SettingsCommand.class,
            ExportedTraceCommand.class,
            HistoryCommand.class
        })
final class DoctorCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!Terminal.canBeTypedInto()) {
            return new CommandLine(new ExplainCommand())
                    .setOut(spec.commandLine().getOut())
                    .setErr(spec.commandLine().getErr())
                    .execute();
        }
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
