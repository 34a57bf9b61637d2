package dev.gatehouse.doctor.token;

import dev.gatehouse.rendering.Block.Note;
import dev.gatehouse.rendering.Block.Row;
import dev.gatehouse.rendering.Cell;
import dev.gatehouse.rendering.Page;
import dev.gatehouse.rendering.Paint;
import dev.gatehouse.secrets.ShownToken;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A diagnosis as a page for people to read. */
public final class DiagnosisPage {
    private static final Set<String> TIMES = Set.of("iat", "nbf", "exp", "auth_time");

    private final Diagnosis diagnosis;
    private final DurationFormat ages;
    /** Each fix is shown once. */
    private final Set<String> told = new HashSet<>();

    private final Page page = new Page("What this token is, and what each layer decides");

    private DiagnosisPage(Diagnosis diagnosis) {
        this.diagnosis = diagnosis;
        this.ages = new DurationFormat(diagnosis.at());
    }

    public static Page of(Diagnosis diagnosis) {
        DiagnosisPage writer = new DiagnosisPage(diagnosis);
        DiagnosisSummary.of(diagnosis, writer.page);
        diagnosis.cause().map(TokenCause::fix).ifPresent(writer.told::add);
        writer.nature();
        writer.claims();
        diagnosis.layers().forEach(writer::layer);
        writer.operations();
        return writer.page;
    }

    private void nature() {
        page.heading("The token");
        TokenProfile nature = diagnosis.nature();
        page.paragraph(Stream.of(
                        nature.kind().title(),
                        nature.version().isEmpty() ? "" : "version " + nature.version(),
                        nature.cloud().isEmpty() ? "" : "cloud: " + nature.cloud(),
                        nature.audience().isEmpty() ? "" : "audience: " + nature.audience())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", ", "This is: ", "")));
        if (told.add(nature.kind().meaning())) {
            page.paragraph(nature.kind().meaning(), Paint.BAD);
        }
        diagnosis.remarks().forEach(remark -> page.paragraph(remark, Paint.ASIDE));
    }

    private void claims() {
        if (diagnosis.decoded().claims().isEmpty()) {
            return;
        }
        page.heading("Its claims (unverified, unless a layer below has checked the signature)");
        List<Row> rows = ShownToken.claims(diagnosis.decoded()).entrySet().stream()
                .map(claim -> Row.of(List.of(
                        Cell.of(claim.getKey()),
                        Cell.of(ShownToken.text(claim.getValue()) + moment(claim.getKey())),
                        new Cell(ClaimGuide.meaning(claim.getKey(), claim.getValue()), Paint.ASIDE))))
                .toList();
        page.table(List.of("CLAIM", "VALUE", "MEANING"), rows);
    }

    private String moment(String claim) {
        return TIMES.contains(claim)
                ? diagnosis
                        .decoded()
                        .time(claim)
                        .map(at -> " (" + at + ", " + ages.of(at) + ")")
                        .orElse("")
                : "";
    }

    private void layer(LayerReport layer) {
        page.heading(layer.layer().title() + ": " + word(layer));
        page.paragraph(layer.note(), Paint.ASIDE);
        layer.rules().forEach(this::rule);
    }

    private static String word(LayerReport layer) {
        if (!layer.seen()) {
            return "does not see this token";
        }
        return layer.admitted()
                .map(admitted -> admitted ? "accepts it" : "REFUSES it")
                .orElse("undecided");
    }

    private void rule(RuleReport rule) {
        boolean good = rule.passed().equals(Optional.of(true));
        page.item(
                mark(rule.passed()),
                rule.rule() + (rule.reason().isEmpty() ? "" : ": " + rule.reason()),
                new Note("expected", good ? "" : rule.result().expected()),
                new Note("actual", good ? "" : rule.result().actual()),
                new Note(rule.isRefused() ? "fix" : "to decide it", told.add(rule.fix()) ? rule.fix() : ""));
    }

    private static Cell mark(Optional<Boolean> passed) {
        return passed.map(good -> good ? new Cell("passed", Paint.GOOD) : new Cell("REFUSED", Paint.BAD))
                .orElseGet(() -> new Cell("undecided", Paint.UNDECIDED));
    }

    private void operations() {
        if (diagnosis.operations().isEmpty()) {
            return;
        }
        page.heading("Operations, for a caller with these roles and scopes");
        if (diagnosis.operations().size() == 1) {
            diagnosis.operations().forEach(operation -> operation.rules().forEach(this::rule));
            return;
        }
        List<Row> rows = diagnosis.operations().stream()
                .map(report -> Row.of(List.of(
                        Cell.of(report.operation().function()),
                        Cell.of(report.operation().method() + " "
                                + report.operation().route()),
                        verdict(report),
                        Cell.of(report.operation()
                                .requirement()
                                .map(RequirementLayer::needs)
                                .orElse("nothing")))))
                .toList();
        page.table(List.of("OPERATION", "CALL", "VERDICT", "NEEDS"), rows);
    }

    private static Cell verdict(OperationReport report) {
        Optional<Boolean> all = report.isRefused()
                ? Optional.of(false)
                : report.rules().stream().allMatch(rule -> rule.passed().isPresent())
                        ? Optional.of(true)
                        : Optional.empty();
        return mark(all);
    }
}
