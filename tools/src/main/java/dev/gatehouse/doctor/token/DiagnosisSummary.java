package dev.gatehouse.doctor.token;

import dev.gatehouse.rendering.Page;
import dev.gatehouse.rendering.Paint;
import java.util.Optional;

/** The summary of a diagnosis: which layer would refuse a call, and what to do first. */
final class DiagnosisSummary {
    private DiagnosisSummary() {}

    static void of(Diagnosis diagnosis, Page page) {
        page.heading("In short");
        Optional<LayerReport> ends = diagnosis.firstRefusing();
        if (ends.isPresent()) {
            RuleReport rule = ends.get().firstRefused().orElseThrow();
            page.paragraph(
                    "A call with this token is refused by: "
                            + ends.get().layer().title() + ", by: " + rule.reason() + ".",
                    Paint.BAD);
            page.paragraph(rule.fix());
        } else if (diagnosis.admitted().equals(Optional.of(false))) {
            page.paragraph("None of the examined operations accepts this caller.", Paint.BAD);
            diagnosis.operations().stream()
                    .flatMap(report -> report.rules().stream())
                    .filter(RuleReport::isRefused)
                    .findFirst()
                    .ifPresent(rule -> page.paragraph(rule.fix()));
        } else if (diagnosis.admitted().isPresent()) {
            page.paragraph("Every layer that sees this token accepts it.", Paint.GOOD);
        } else if (!diagnosis.nature().kind().meaning().isEmpty()) {
            page.paragraph(
                    "This is not an access token for your API: "
                            + diagnosis.nature().kind().title() + ".",
                    Paint.BAD);
        } else {
            page.paragraph("No layer refuses this token, but some checks are undecided: see above.", Paint.UNDECIDED);
        }
    }
}
