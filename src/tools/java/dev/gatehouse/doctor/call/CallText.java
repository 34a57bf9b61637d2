package dev.gatehouse.doctor.call;

import dev.gatehouse.doctor.screen.Paint;
import dev.gatehouse.doctor.screen.Printable;
import dev.gatehouse.doctor.screen.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A call for people. */
public final class CallText {
    private static final int NAME = 12;

    private final Screen screen;

    public CallText(Screen screen) {
        this.screen = screen;
    }

    public List<String> of(Report report) {
        List<String> lines = new ArrayList<>();
        Report.Asked asked = report.asked();
        add(lines, "token", Paint.NONE, "for " + asked.client() + ", scope " + asked.scope());
        report.refusal().ifPresent(refusal -> refused(lines, refusal));
        report.answer().ifPresent(answer -> answered(lines, asked, answer));
        return lines;
    }

    private void refused(List<String> lines, EntraRefusal refusal) {
        add(lines, "refused by", Paint.BAD, "Entra");
        add(lines, "it says", Paint.NONE, refusal.text());
        Optional<AadstsTable.Entry> known = refusal.code().flatMap(AadstsTable::entry);
        add(lines, "means", Paint.NONE, known.map(AadstsTable.Entry::meaning).orElse(AadstsTable.UNKNOWN));
        add(lines, "fix", Paint.NONE, known.map(AadstsTable.Entry::fix).orElse(""));
        add(lines, "trace id", Paint.ASIDE, refusal.ids().trace());
        add(lines, "correlation", Paint.ASIDE, refusal.ids().correlation());
    }

    private void answered(List<String> lines, Report.Asked asked, Report.Answer answer) {
        add(lines, "call", Paint.NONE, asked.method() + " " + asked.address());
        String layer = answer.meaning().layer().map(by -> by.title()).orElse("none of the layers");
        boolean served = answer.status() < 400;
        add(
                lines,
                served ? "answered by" : "refused by",
                served ? Paint.GOOD : Paint.BAD,
                layer + ", " + answer.status());
        add(lines, "means", Paint.NONE, answer.meaning().says());
        add(lines, "fix", Paint.NONE, answer.meaning().fix());
        answer.ids().forEach((name, id) -> add(lines, name, Paint.ASIDE, id));
    }

    private void add(List<String> lines, String name, Paint paint, String text) {
        if (text.isEmpty()) {
            return;
        }
        List<String> wrapped = screen.indented(NAME, Printable.of(text));
        String first = name + " ".repeat(Math.max(1, NAME - name.length()));
        lines.add(screen.paint(Paint.HEADING, first)
                + screen.paint(paint, wrapped.get(0).substring(NAME)));
        wrapped.subList(1, wrapped.size()).forEach(line -> lines.add(screen.paint(paint, line)));
    }
}
