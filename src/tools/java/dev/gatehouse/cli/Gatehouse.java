package dev.gatehouse.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code gatehouse}: the command that has all others. */
@Command(
        name = "gatehouse",
        description = "Azure Functions for Java, secured end to end.",
        mixinStandardHelpOptions = true,
        version = "gatehouse 0.1.0",
        subcommands = {UpCommand.class, CheckCommand.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything answered as expected",
            "1:a call did not answer as expected",
            "2:the command line is wrong",
            "3:the chain could not be started"
        })
public final class Gatehouse {
    static final int UNEXPECTED_ANSWER = 1;
    static final int NOT_STARTED = 3;

    private Gatehouse() {}

    public static void main(String[] arguments) {
        CommandLine line = commandLine();
        System.exit(arguments.length == 0 ? usage(line) : line.execute(arguments));
    }

    /** The command line as {@link #main} runs it. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Gatehouse());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((fault, command, result) -> {
            command.getErr().println("gatehouse: " + StartFault.message(fault));
            return NOT_STARTED;
        });
        return line;
    }

    private static int usage(CommandLine line) {
        line.usage(System.err);
        return CommandLine.ExitCode.USAGE;
    }
}
