package dev.gatehouse.cli;

import dev.gatehouse.init.Init;
import dev.gatehouse.init.InitReport;
import dev.gatehouse.input.UnreadableInput;
import dev.gatehouse.rendering.ReportJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse init}: adds the guard to an existing app. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Add the guard to an existing Azure Functions app in Java.",
            "Writes the contract with all HTTP operations, and adds the dependency to the pom. Files that exist are not overwritten."
                    + " The app must have been built before: its functions are read from what the build made."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the app has a contract and the guard, or what is missing was printed",
            "1:the app's contract exists, and its build will refuse it for more than open placeholders",
            "2:no app was found, it has not been built, or a file cannot be read or written"
        })
final class InitCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int INCOMPLETE = 1;
    private static final int NO_APP = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "The app's folder (default: the current folder).")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--dry-run", description = "Write nothing; print what would be written.")
    private boolean isDryRun;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Init init = new Init(
                new String(resource("version"), StandardCharsets.UTF_8),
                Runtime.version().feature(),
                resource("security.schema.json"));
        try {
            InitReport report =
                    init.run(folder.orElseGet(WorkingDirPathConverter::path).normalize(), isDryRun);
            if (json) {
                spec.commandLine().getOut().println(ReportJson.of(report));
            } else {
                new InitText(report).lines().forEach(spec.commandLine().getOut()::println);
            }
            spec.commandLine().getOut().flush();
            return report.contract().isIncomplete() ? INCOMPLETE : DONE;
        } catch (UnreadableInput fault) {
            spec.commandLine().getErr().println("gatehouse: " + fault.getMessage());
            return NO_APP;
        }
    }

    /** What the build put beside the classes. */
    private static byte[] resource(String name) {
        try (InputStream resource = Init.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(resource, name).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the tools' jar cannot be read", unreadable);
        }
    }
}
