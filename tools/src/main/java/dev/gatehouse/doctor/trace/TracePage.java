package dev.gatehouse.doctor.trace;

import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.doctor.trace.ExportedTrace.TraceStep;
import dev.gatehouse.rendering.Block.Note;
import dev.gatehouse.rendering.Cell;
import dev.gatehouse.rendering.Page;
import dev.gatehouse.rendering.Paint;
import java.util.Optional;

/** A trace as a page for people to read. */
public final class TracePage {
    private TracePage() {}

    public static Page of(ExportedTrace trace) {
        Page page = new Page("The request, step by step");
        page.paragraph(
                "trace " + trace.id() + ", " + trace.steps().size() + " steps; tokens, keys and secrets are removed",
                Paint.ASIDE);
        Optional<Layer> layer = Optional.empty();
        String where = "";
        for (TraceStep step : trace.steps()) {
            if (!layer.equals(Optional.of(step.layer())) || !where.equals(step.where())) {
                layer = Optional.of(step.layer());
                where = step.where();
                page.heading(step.layer().title() + (where.isEmpty() ? "" : ", " + where));
            }
            step(page, step);
        }
        page.heading("In short");
        trace.steps().stream()
                .filter(step -> step.verdict().ends())
                .findFirst()
                .ifPresentOrElse(
                        step -> {
                            page.paragraph(
                                    "Refused by: " + step.layer().title() + ", " + step.policy() + ", by: "
                                            + step.reason() + ".",
                                    Paint.BAD);
                            page.paragraph(step.fix());
                        },
                        () -> page.paragraph("No step refused the request.", Paint.GOOD));
        return page;
    }

    private static void step(Page page, TraceStep step) {
        page.item(
                mark(step),
                step.policy()
                        + (step.reason().isEmpty() ? "" : ": " + step.reason())
                        + (step.took().isEmpty() ? "" : " (" + step.took() + ")"),
                new Note("said", step.said()),
                new Note("fix", step.fix()));
    }

    private static Cell mark(TraceStep step) {
        return switch (step.verdict()) {
            case PASSED -> new Cell("passed", Paint.GOOD);
            case NOTED -> new Cell("noted", Paint.ASIDE);
            case REFUSED -> new Cell("REFUSED", Paint.BAD);
            case FAILED -> new Cell("FAILED", Paint.BAD);
        };
    }
}
