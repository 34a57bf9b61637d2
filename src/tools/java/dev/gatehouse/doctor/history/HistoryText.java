package dev.gatehouse.doctor.history;

import dev.gatehouse.doctor.screen.Paint;
import dev.gatehouse.doctor.screen.Printable;
import dev.gatehouse.doctor.screen.Screen;
import dev.gatehouse.doctor.screen.TextTable;
import dev.gatehouse.doctor.screen.TextTable.Cell;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Executions and steps for people: a line each, and below it what there is to say. */
public final class HistoryText {
    private static final int INDENT = 4;

    private final Screen screen;
    private final Instant now;

    public HistoryText(Screen screen, Instant now) {
        this.screen = screen;
        this.now = now;
    }

    public List<String> of(Listing listing) {
        TextTable table = new TextTable(screen, List.of("CREATED", "STATUS", "TOOK", "INSTANCE", "NAME"));
        List<List<String>> below = new ArrayList<>();
        for (Execution execution : listing.executions()) {
            table.add(cells(execution));
            below.add(below(execution));
        }
        List<String> lines = listing.executions().isEmpty()
                ? new ArrayList<>(List.of("No such executions."))
                : woven(table.lines(), below);
        addBound(
                lines,
                listing.read(),
                "rows of the Instances table",
                "narrow it with --since or --status, or raise --pages");
        return lines;
    }

    public List<String> of(ExecutionHistory history) {
        Execution execution = history.execution();
        TextTable head = new TextTable(screen, List.of("CREATED", "STATUS", "TOOK", "INSTANCE", "NAME"));
        head.add(cells(execution));
        List<String> lines = woven(head.lines(), List.of(below(execution)));
        lines.add("");
        TextTable table = new TextTable(screen, List.of("AT", "STEP", "OUTCOME", "TOOK", "NAME"));
        List<List<String>> below = new ArrayList<>();
        for (Step step : history.steps()) {
            table.add(cells(step));
            below.add(below(
                    step.reason(), step.payloads().input(), step.payloads().result(), "result"));
        }
        lines.addAll(history.steps().isEmpty() ? List.of("No steps yet.") : woven(table.lines(), below));
        addBound(lines, history.read(), "rows of its history", "raise --pages");
        return lines;
    }

    private void addBound(List<String> lines, PagesRead read, String what, String advice) {
        if (!read.complete()) {
            lines.add("");
            lines.addAll(screen.indented(
                    0,
                    "Not complete: the first " + read.rows() + " " + what + " (" + read.pages()
                            + " pages) were read, and there are more; " + advice + "."));
        }
    }

    private List<Cell> cells(Execution execution) {
        String elapsed = Elapsed.words(execution.elapsed(now));
        return List.of(
                Cell.of(time(execution.times().created())),
                new Cell(Printable.of(execution.status()), paint(execution)),
                Cell.of(execution.isOver() ? elapsed : elapsed + " so far"),
                Cell.of(Printable.of(execution.instanceId())),
                Cell.of(Printable.of(execution.name())));
    }

    private List<String> below(Execution execution) {
        Execution.Data data = execution.data();
        List<String> lines = below(execution.reason(), data.input(), data.output(), "output");
        addPayload(lines, "custom status", data.customStatus());
        Instant scheduled = execution.times().scheduled();
        if (scheduled != null && scheduled.isAfter(now)) {
            lines.addAll(aside("starts at " + time(scheduled)));
        }
        return lines;
    }

    private List<String> below(@Nullable String reason, Payload input, Payload result, String resultWord) {
        List<String> lines = new ArrayList<>();
        if (reason != null) {
            lines.addAll(aside("reason: " + Printable.of(reason)));
        }
        addPayload(lines, "input", input);
        addPayload(lines, resultWord, result);
        return lines;
    }

    private void addPayload(List<String> lines, String word, Payload payload) {
        if (payload.blob() != null) {
            lines.addAll(aside(word + ": in the blob " + Printable.of(payload.blob())));
        } else if (payload.text() != null) {
            lines.addAll(aside(word + ": " + Printable.of(payload.text())));
        }
    }

    private List<Cell> cells(Step step) {
        Duration elapsed = step.elapsed();
        return List.of(
                Cell.of(time(step.span().started())),
                Cell.of(step.kind().word()),
                switch (step.outcome()) {
                    case COMPLETED -> new Cell("completed", Paint.GOOD);
                    case FAILED -> new Cell("failed", Paint.BAD);
                    case OPEN -> new Cell("open", Paint.UNDECIDED);
                    case MOMENT -> Cell.of("");
                },
                Cell.of(elapsed == null ? "" : Elapsed.words(elapsed)),
                Cell.of(step.name() == null ? "" : Printable.of(step.name())));
    }

    private List<String> aside(String text) {
        return screen.indented(INDENT, text).stream()
                .map(line -> screen.paint(Paint.ASIDE, line))
                .toList();
    }

    private static Paint paint(Execution execution) {
        return switch (RuntimeStatus.of(execution.status()).orElse(RuntimeStatus.PENDING)) {
            case COMPLETED -> Paint.GOOD;
            case FAILED, TERMINATED, CANCELED -> Paint.BAD;
            case PENDING, RUNNING, SUSPENDED, CONTINUED_AS_NEW -> Paint.UNDECIDED;
        };
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** @param rows the headings' line before the rows' lines */
    private static List<String> woven(List<String> rows, List<List<String>> below) {
        List<String> lines = new ArrayList<>(List.of(rows.get(0)));
        for (int i = 0; i < below.size(); i++) {
            lines.add(rows.get(i + 1));
            lines.addAll(below.get(i));
        }
        return lines;
    }
}
