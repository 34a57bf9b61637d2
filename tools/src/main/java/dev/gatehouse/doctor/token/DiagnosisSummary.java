package dev.gatehouse.doctor.token;

import dev.gatehouse.rendering.Page;
import dev.gatehouse.rendering.Paint;
import java.time.Instant;
import java.util.Optional;

/** The summary of a diagnosis: why the token is refused, and what to do first. */
final class DiagnosisSummary {
    private DiagnosisSummary() {}

    static void of(Diagnosis diagnosis, Page page) {
        page.heading("In short");
        Optional<TokenCause> cause = diagnosis.cause();
        if (cause.isPresent()) {
            page.paragraph(cause.get().says(), Paint.BAD);
            page.paragraph(cause.get().fix());
            page.paragraph(end(diagnosis));
            page.paragraph(expired(diagnosis, cause.get()));
        } else if (diagnosis.admitted().equals(Optional.of(true))) {
            page.paragraph("Every layer that sees this token accepts it.", Paint.GOOD);
        } else {
            page.paragraph("No layer refuses this token, but some checks are undecided: see below.", Paint.UNDECIDED);
        }
    }

    /** Where a call with the token would end. */
    private static String end(Diagnosis diagnosis) {
        return diagnosis
                .firstRefusing()
                .map(layer ->
                        "A call with this token is refused by: " + layer.layer().title() + ", by: "
                                + layer.firstRefused().orElseThrow().reason() + ".")
                .orElse("");
    }

    /** A pasted token is often an old one: that is not why it was refused when it was sent. */
    private static String expired(Diagnosis diagnosis, TokenCause cause) {
        Optional<Instant> end = diagnosis.decoded().time("exp").filter(at -> at.isBefore(diagnosis.at()));
        return end.isPresent() && !cause.id().equals("token-expired")
                ? "The token has also expired (" + new DurationFormat(diagnosis.at()).of(end.get()) + ")."
                : "";
    }
}
