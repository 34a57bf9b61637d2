package dev.gatehouse.doctor.history;

import dev.gatehouse.rendering.Block.Note;
import dev.gatehouse.rendering.Block.Row;
import dev.gatehouse.rendering.Cell;
import dev.gatehouse.rendering.Page;
import dev.gatehouse.rendering.Paint;
import dev.gatehouse.taskhub.Execution;
import dev.gatehouse.taskhub.ExecutionHistory;
import dev.gatehouse.taskhub.ExecutionList;
import dev.gatehouse.taskhub.ExecutionStep;
import dev.gatehouse.taskhub.Payload;
import dev.gatehouse.taskhub.RuntimeStatus;
import dev.gatehouse.taskhub.ScanSummary;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Executions and steps for people: one line each, and its notes below. */
public record HistoryPage(Instant now) {
    private static final List<String> EXECUTIONS = List.of("CREATED", "STATUS", "TOOK", "INSTANCE", "NAME");

    public Page of(ExecutionList listing) {
        Page page = new Page("Executions of a Durable Functions app, newest first")
                .table(EXECUTIONS, listing.executions().stream().map(this::row).toList())
                .paragraph(listing.executions().isEmpty() ? "No executions found." : "");
        return bound(
                page,
                listing.read(),
                "rows of the Instances table",
                "use --since or --status to read less, or increase --pages");
    }

    public Page of(ExecutionHistory history) {
        Page page = new Page("The steps of an execution")
                .table(EXECUTIONS, List.of(row(history.execution())))
                .heading("Steps")
                .table(
                        List.of("AT", "STEP", "OUTCOME", "TOOK", "NAME"),
                        history.steps().stream().map(HistoryPage::row).toList())
                .paragraph(history.steps().isEmpty() ? "No steps yet." : "");
        return bound(page, history.read(), "rows of its history", "increase --pages");
    }

    private static Page bound(Page page, ScanSummary read, String what, String advice) {
        return read.complete()
                ? page
                : page.paragraph(
                        "Not complete: the first " + read.rows() + " " + what + " (" + read.pages()
                                + " pages) were read, and more exist; " + advice + ".",
                        Paint.UNDECIDED);
    }

    private Row row(Execution execution) {
        String elapsed = words(execution.elapsed(now));
        List<Cell> cells = List.of(
                Cell.of(time(execution.times().created())),
                new Cell(execution.status(), paint(execution)),
                Cell.of(execution.isOver() ? elapsed : elapsed + " so far"),
                Cell.of(execution.instanceId()),
                Cell.of(execution.name()));
        Execution.Data data = execution.data();
        List<Note> notes = new ArrayList<>(notes(execution.reason(), data.input(), data.output(), "output"));
        notes.add(note("custom status", data.customStatus()));
        Instant scheduled = execution.times().scheduled();
        if (scheduled != null && scheduled.isAfter(now)) {
            notes.add(new Note("starts at", time(scheduled)));
        }
        return new Row(cells, notes);
    }

    private static Row row(ExecutionStep step) {
        Duration elapsed = step.elapsed();
        List<Cell> cells = List.of(
                Cell.of(time(step.span().started())),
                Cell.of(step.kind().word()),
                switch (step.outcome()) {
                    case COMPLETED -> new Cell("completed", Paint.GOOD);
                    case FAILED -> new Cell("failed", Paint.BAD);
                    case OPEN -> new Cell("open", Paint.UNDECIDED);
                    case MOMENT -> Cell.of("");
                },
                Cell.of(elapsed == null ? "" : words(elapsed)),
                Cell.of(step.name() == null ? "" : step.name()));
        return new Row(
                cells,
                notes(step.reason(), step.payloads().input(), step.payloads().result(), "result"));
    }

    private static List<Note> notes(@Nullable String reason, Payload input, Payload result, String resultWord) {
        return List.of(
                new Note("reason", reason == null ? "" : reason), note("input", input), note(resultWord, result));
    }

    private static Note note(String word, Payload payload) {
        if (payload.blob() != null) {
            return new Note(word, "in the blob " + payload.blob());
        }
        return new Note(word, payload.text() == null ? "" : payload.text());
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

    /** A duration in its two largest units; negative when the clocks of two machines differ. */
    static String words(Duration duration) {
        return duration.isNegative() ? "-" + positive(duration.negated()) : positive(duration);
    }

    private static String positive(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return duration.toMillis() + " ms";
        }
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return duration.toSeconds() + "." + duration.toMillisPart() / 100 + " s";
        }
        if (duration.compareTo(Duration.ofHours(1)) < 0) {
            return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
        }
        if (duration.compareTo(Duration.ofDays(1)) < 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        return duration.toDays() + " d " + duration.toHoursPart() + " h";
    }
}
