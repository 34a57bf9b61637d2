package dev.gatehouse.cli;

import dev.gatehouse.doctor.history.HistoryJson;
import dev.gatehouse.doctor.history.HistoryPage;
import dev.gatehouse.rendering.Printable;
import dev.gatehouse.taskhub.ExecutionHistory;
import dev.gatehouse.taskhub.ExecutionList;
import dev.gatehouse.taskhub.HistoryQuery;
import dev.gatehouse.taskhub.RuntimeStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code gatehouse doctor history}: lists executions of a Durable Functions app. */
@CommandLine.Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "Durable Functions only: list the newest executions of an app, or the steps of one execution.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the history was read, even if no execution matches",
            "1:the task hub has no instance with the given id",
            "2:invalid command line",
            "3:the history could not be read"
        })
final class HistoryCommand implements Callable<Integer> {
    private static final int NO_SUCH_INSTANCE = 1;
    private static final Clock CLOCK = Clock.systemUTC();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private TaskHubOptions taskHub;

    @Option(
            names = "--status",
            split = ",",
            converter = Status.class,
            description = "Only executions in these states: Pending, Running, Completed, Failed, Terminated, Suspended,"
                    + " ContinuedAsNew, Canceled.")
    private Set<RuntimeStatus> statuses = new LinkedHashSet<>();

    @Option(
            names = "--since",
            description = "Only executions created since this time (ISO 8601), or within this duration, such as PT24H.")
    private @Nullable String since;

    @Option(names = "--limit", description = "Maximum number of executions, newest first (1 to 1000; default 20).")
    private @Nullable Integer limit;

    @Option(names = "--instance", description = "Show the steps of the execution with this instance id.")
    private @Nullable String instance;

    @Option(
            names = "--show-data",
            description = "Show inputs, outputs and custom status; they may contain personal data.")
    private boolean showData;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        if (showData && output.hasReport()) {
            throw wrong(
                    "--report and --show-data cannot be combined: a report is passed on, and the data may be personal");
        }
        return instance == null ? list() : steps(instance);
    }

    private int list() {
        HistoryQuery query = new HistoryQuery(
                statuses, since == null ? null : moment(since), inRange(limit == null ? 20 : limit), showData);
        ExecutionList listing = taskHub.open().newest(query);
        Instant now = CLOCK.instant();
        output.print(new HistoryPage(now).of(listing), () -> new HistoryJson(now, showData).of(listing));
        return CommandLine.ExitCode.OK;
    }

    private int steps(String id) {
        if (!statuses.isEmpty() || since != null || limit != null || id.isEmpty()) {
            throw wrong(
                    "--instance needs the id of one execution and cannot be combined with --status, --since or --limit");
        }
        Optional<ExecutionHistory> found = taskHub.open().execution(id, showData);
        if (found.isEmpty()) {
            spec.commandLine().getErr().println("gatehouse: the task hub has no instance " + Printable.of(id));
            return NO_SUCH_INSTANCE;
        }
        ExecutionHistory history = found.get();
        Instant now = CLOCK.instant();
        output.print(new HistoryPage(now).of(history), () -> new HistoryJson(now, showData).of(history));
        return CommandLine.ExitCode.OK;
    }

    private int inRange(int asked) {
        if (asked < 1 || asked > 1000) {
            throw wrong("--limit must be a number from 1 to 1000, not " + asked);
        }
        return asked;
    }

    private Instant moment(String text) {
        return InstantConverter.read(text, CLOCK)
                .orElseThrow(
                        () -> wrong("--since must be a time such as 2026-11-20T08:00:00Z, or a duration such as PT24H"
                                + " or P7D, not '" + text + "'"));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static final class Status implements ITypeConverter<RuntimeStatus> {
        @Override
        public RuntimeStatus convert(String word) {
            return RuntimeStatus.of(word)
                    .orElseThrow(() -> new TypeConversionException("expected one of "
                            + List.of(RuntimeStatus.values()).stream()
                                    .map(RuntimeStatus::word)
                                    .toList() + ", but was '" + word + "'"));
        }
    }
}
