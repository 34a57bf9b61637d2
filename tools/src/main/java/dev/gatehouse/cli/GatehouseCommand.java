package dev.gatehouse.cli;

import dev.gatehouse.rendering.Screen;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code gatehouse}: the top-level command. */
@Command(
        name = "gatehouse",
        description = "Azure Functions for Java, secured end to end.",
        mixinStandardHelpOptions = true,
        versionProvider = GatehouseCommand.Version.class,
        subcommands = {
            UpCommand.class,
            TraceCommand.class,
            DoctorCommand.class,
            CheckCommand.class,
            CheckCountsCommand.class,
            InitCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything is as expected",
            "1:a response was not as expected, a check reported findings, or the requested item was not found",
            "2:invalid command line, or a file it names cannot be read",
            "3:the chain could not be started, or a service did not respond",
            "130:ended by Ctrl-C"
        })
public final class GatehouseCommand {
    static final int UNEXPECTED_ANSWER = 1;
    static final int NOT_STARTED = 3;
    private static final int WIDEST_HELP = 100;
    private static final int CTRL_C_MILLIS = 100;

    private GatehouseCommand() {}

    /** The version in the jar's manifest, set by the build. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"gatehouse " + version().orElse("(not from its jar)")};
        }
    }

    /** Empty where the classes are not from the jar. */
    static Optional<String> version() {
        return Optional.ofNullable(GatehouseCommand.class.getPackage().getImplementationVersion());
    }

    public static void main(String[] arguments) {
        CommandLine line = commandLine();
        System.exit(arguments.length == 0 ? usage(line) : line.execute(arguments));
    }

    /** The command line as {@link #main} runs it. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new GatehouseCommand());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        Terminal.columnsOfLauncher().ifPresent(columns -> setHelpWidth(line, columns));
        line.registerConverter(Path.class, new WorkingDirPathConverter());
        line.setParameterExceptionHandler((fault, arguments) -> {
            CommandLine command = fault.getCommandLine();
            command.getErr()
                    .println(UsageErrors.message(fault) + "; see "
                            + command.getCommandSpec().qualifiedName() + " --help");
            return CommandLine.ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((fault, command, result) -> {
            if (isInterrupted()) {
                return NOT_STARTED; // what is being closed fails; the exit code is the signal's
            }
            command.getErr().println("gatehouse: " + ErrorMessages.message(fault));
            return NOT_STARTED;
        });
        return line;
    }

    static void setHelpWidth(CommandLine line, int columns) {
        if (columns < NarrowHelp.WIDTH_OF_PICOCLI) {
            new NarrowHelp(new Screen(false, columns)).replaceSectionsOf(line);
        } else {
            line.setUsageHelpWidth(Math.min(columns, WIDEST_HELP));
        }
    }

    /** Whether this process ends, as by Ctrl-C. Its children get the same signal, and one may end a moment before. */
    private static boolean isInterrupted() {
        try {
            Thread.sleep(CTRL_C_MILLIS);
            Thread hook = new Thread(() -> {});
            Runtime.getRuntime().addShutdownHook(hook);
            Runtime.getRuntime().removeShutdownHook(hook);
            return false;
        } catch (IllegalStateException ending) {
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int usage(CommandLine line) {
        line.usage(System.err);
        return CommandLine.ExitCode.USAGE;
    }
}
