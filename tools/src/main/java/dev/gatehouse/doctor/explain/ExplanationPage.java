package dev.gatehouse.doctor.explain;

import dev.gatehouse.rendering.Block.Note;
import dev.gatehouse.rendering.Cell;
import dev.gatehouse.rendering.Page;
import dev.gatehouse.rendering.Paint;
import java.util.List;

/** An explanation for people: the cause and its fix first, then what it rests on. */
public final class ExplanationPage {
    private static final int MOST = 6;

    private ExplanationPage() {}

    public static Page of(PasteExplanation explanation) {
        Page page = new Page("What this says");
        explanation.first().ifPresentOrElse(found -> first(page, explanation, found), () -> nothing(page, explanation));
        page.paragraph(
                explanation.recovered() ? "A later answer in the text is a success: this may have been temporary." : "",
                Paint.ASIDE);
        others(page, explanation);
        unknown(page, explanation);
        explanation.ids().forEach((name, ids) -> page.fact(name, String.join(", ", ids), Paint.ASIDE));
        return page;
    }

    private static void first(Page page, PasteExplanation explanation, FoundCause found) {
        KnownCause.Text text = found.cause().text();
        page.paragraph(found.means(), Paint.HEADING)
                .fact("fix", found.fix(), Paint.GOOD)
                .fact("who", text.who(), Paint.NONE)
                .fact("where", found.filled(text.where()), Paint.NONE)
                .fact("layer", text.layer(), Paint.NONE)
                .fact(
                        "confidence",
                        found.confidence().word() + (found.said() ? ", as it is only mentioned" : "") + " ("
                                + found.cause().id() + ")",
                        Paint.NONE)
                .fact("seen in", seen(explanation.paste(), found), Paint.NONE);
        if (!text.likely().isEmpty()) {
            page.heading(
                    found.confidence() == KnownCause.Confidence.CERTAIN
                            ? "How to tell the reasons apart"
                            : "If it is not that");
            text.likely()
                    .forEach(each -> page.paragraph("- " + found.filled(each.cause())
                            + (each.tell().isEmpty() ? "" : ": " + found.filled(each.tell()))));
        }
        page.fact("read more", Headings.link(text.heading()), Paint.ASIDE).fact("source", text.source(), Paint.ASIDE);
        page.fact("to support", text.quote().isEmpty() ? "" : "quote " + String.join(", ", text.quote()), Paint.ASIDE);
    }

    private static String seen(Paste paste, FoundCause found) {
        int at = found.signal().at();
        return "line " + paste.line(at) + (found.times() > 1 ? " (" + found.times() + " times)" : "") + ": "
                + paste.shown(at);
    }

    private static void nothing(Page page, PasteExplanation explanation) {
        boolean noise = !explanation.findings().isEmpty();
        page.paragraph(
                noise
                        ? "Nothing here is an error by itself."
                        : "Not known: the text has no error that this version can explain.",
                Paint.HEADING);
        if (!noise && explanation.unknown().isEmpty()) {
            page.fact(
                    "paste",
                    "the whole answer with its headers (curl -i), the whole exception with its causes, or the log around it",
                    Paint.NONE);
            page.fact("read more", Headings.link("Where to look first"), Paint.ASIDE);
        }
    }

    private static void others(Page page, PasteExplanation explanation) {
        List<FoundCause> rest = explanation.findings().stream()
                .filter(found -> !explanation.first().filter(found::equals).isPresent())
                .limit(MOST)
                .toList();
        if (rest.isEmpty() && explanation.consequences().isEmpty()) {
            return;
        }
        page.heading("Also in the text");
        rest.forEach(found -> page.item(
                mark(found),
                found.cause().text().layer() + ": " + found.means(),
                new Note("fix", found.cause().role() == KnownCause.Role.CAUSE ? found.fix() : ""),
                new Note("", seenElsewhere(explanation, found))));
        explanation.consequences().stream()
                .limit(MOST)
                .forEach(found -> page.item(
                        new Cell("follows", Paint.ASIDE),
                        found.cause().text().layer() + ": " + found.means(),
                        new Note("", seenElsewhere(explanation, found))));
    }

    /** Empty for what is in the line of the cause, which is shown once. */
    private static String seenElsewhere(PasteExplanation explanation, FoundCause found) {
        Paste paste = explanation.paste();
        int line = paste.line(found.signal().at());
        boolean same = explanation
                .first()
                .filter(first -> paste.line(first.signal().at()) == line)
                .isPresent();
        return same ? "" : seen(paste, found);
    }

    private static Cell mark(FoundCause found) {
        return switch (found.cause().role()) {
            case CAUSE -> new Cell("also", Paint.BAD);
            case SYMPTOM -> new Cell("symptom", Paint.UNDECIDED);
            case INPUT -> new Cell("input", Paint.NONE);
            case NOISE -> new Cell("no error", Paint.ASIDE);
        };
    }

    private static void unknown(Page page, PasteExplanation explanation) {
        if (explanation.unknown().isEmpty()) {
            return;
        }
        page.heading("Not known");
        explanation
                .unknown()
                .forEach(each -> page.item(
                        new Cell("not known", Paint.UNDECIDED),
                        each.what() + (each.layer().isEmpty() ? "" : ", from " + each.layer()),
                        new Note(
                                "",
                                "line " + explanation.paste().line(each.at()) + ": "
                                        + explanation.paste().shown(each.at())),
                        new Note("look up", each.address()),
                        new Note("nearest", Headings.link(each.nearest()))));
    }
}
