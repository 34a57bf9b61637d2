package dev.gatehouse.doctor.trace;

import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.rendering.Block.Note;
import dev.gatehouse.rendering.Cell;
import dev.gatehouse.rendering.Page;
import dev.gatehouse.rendering.Paint;
import java.util.List;
import java.util.Optional;

/** A trace as a page for people to read: the cause first, then every step. */
public final class TracePage {
    private TracePage() {}

    public static Page of(ExportedTrace trace) {
        Page page = new Page("The request, step by step");
        page.heading("In short");
        conclusion(page, trace);
        page.heading("All steps");
        page.paragraph(
                (trace.id().isEmpty() ? "" : "trace " + trace.id() + ", ")
                        + trace.steps().size() + " steps; tokens, keys and secrets are removed",
                Paint.ASIDE);
        Optional<Layer> layer = Optional.empty();
        String where = "";
        for (TraceStep step : trace.steps()) {
            if (!layer.equals(Optional.of(step.layer()))
                    || !where.equals(step.at().where())) {
                layer = Optional.of(step.layer());
                where = step.at().where();
                page.heading(step.layer().title() + (where.isEmpty() ? "" : ", " + where));
            }
            step(page, step, trace.cause().filter(step::equals).isPresent());
        }
        return page;
    }

    private static void conclusion(Page page, ExportedTrace trace) {
        Optional<TraceStep> cause = trace.cause();
        String answered = trace.status()
                .map(status -> " The last response has status " + status + ".")
                .orElse("");
        if (cause.isPresent() && trace.isRefused()) {
            TraceStep step = cause.get();
            String reason = step.finding().reason();
            page.paragraph(
                    "Refused by: " + step.layer().title() + ", " + step.at().policy()
                            + (reason.isEmpty() ? "" : ", by: " + reason) + ".",
                    Paint.BAD);
            page.paragraph(sentence(step.finding().means()));
            page.paragraph(
                    reason.isEmpty()
                            ? "The cause is not recognised; the step says: " + step.said()
                            : capital(step.finding().fix()));
        } else if (trace.isRefused()) {
            page.paragraph("The call failed, but no step of the trace explains it." + answered, Paint.BAD);
        } else if (trace.notUnderstood() > 0) {
            page.paragraph(
                    "No step that is understood refused the request; " + trace.notUnderstood() + " of "
                            + trace.steps().size() + " are not understood." + answered,
                    Paint.UNDECIDED);
        } else if (trace.status().isEmpty()) {
            page.paragraph(
                    "No step refused the request. The trace does not say how the call was answered.", Paint.UNDECIDED);
        } else {
            page.paragraph("No step refused the request." + answered, Paint.GOOD);
        }
        ignored(trace).forEach(line -> page.paragraph(line, Paint.UNDECIDED));
    }

    /** Failures that did not end the call: a policy ignores them, or a later attempt succeeded. */
    private static List<String> ignored(ExportedTrace trace) {
        return trace.isRefused()
                ? List.of()
                : trace.steps().stream()
                        .filter(TraceStep::ends)
                        .map(step -> step.at().policy() + " failed"
                                + (step.finding().reason().isEmpty()
                                        ? ""
                                        : " (" + step.finding().reason() + ")")
                                + ", and the request went on.")
                        .toList();
    }

    private static String sentence(String means) {
        return means.isEmpty() ? "" : capital(means) + ".";
    }

    private static String capital(String text) {
        return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** What the cause means is said above. */
    private static void step(Page page, TraceStep step, boolean isCause) {
        page.item(
                mark(step.finding().outcome()),
                step.at().policy()
                        + (step.finding().reason().isEmpty()
                                ? ""
                                : ": " + step.finding().reason())
                        + (step.at().took().isEmpty() ? "" : " (" + step.at().took() + ")"),
                new Note("said", step.said()),
                new Note("means", isCause ? "" : step.finding().means()));
    }

    private static Cell mark(TraceStep.Outcome outcome) {
        return switch (outcome) {
            case PASSED -> new Cell("passed", Paint.GOOD);
            case NOTED -> new Cell("noted", Paint.ASIDE);
            case REFUSED -> new Cell("REFUSED", Paint.BAD);
            case FAILED -> new Cell("FAILED", Paint.BAD);
            case NOT_UNDERSTOOD -> new Cell("unknown", Paint.UNDECIDED);
        };
    }
}
