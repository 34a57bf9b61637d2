package dev.gatehouse.doctor.call;

import dev.gatehouse.rendering.Page;
import dev.gatehouse.rendering.Paint;
import java.util.Optional;

/** A call for people. */
public final class CallPage {
    private CallPage() {}

    public static Page of(CallReport report) {
        CallReport.Asked asked = report.asked();
        Page page = new Page("Result of the call")
                .fact("token", "for " + asked.client() + ", scope " + asked.scope(), Paint.NONE);
        report.refusal().ifPresent(refusal -> refused(page, refusal));
        report.answer().ifPresent(answer -> answered(page, asked, answer));
        return page;
    }

    private static void refused(Page page, EntraRefusal refusal) {
        Optional<AadstsTable.Entry> known = refusal.code().flatMap(AadstsTable::entry);
        page.fact("refused by", "Entra", Paint.BAD)
                .fact("message", refusal.text(), Paint.NONE)
                .fact("means", known.map(AadstsTable.Entry::meaning).orElse(AadstsTable.UNKNOWN), Paint.NONE)
                .fact("fix", known.map(AadstsTable.Entry::fix).orElse(""), Paint.NONE)
                .fact("trace id", refusal.ids().trace(), Paint.ASIDE)
                .fact("correlation", refusal.ids().correlation(), Paint.ASIDE);
    }

    private static void answered(Page page, CallReport.Asked asked, CallReport.Answer answer) {
        String layer = answer.meaning().layer().map(by -> by.title()).orElse("an unknown server");
        boolean served = answer.status() < 400;
        page.fact("call", asked.method() + " " + asked.address(), Paint.NONE)
                .fact(
                        served ? "answered by" : "refused by",
                        layer + ", " + answer.status(),
                        served ? Paint.GOOD : Paint.BAD)
                .fact("means", answer.meaning().says(), Paint.NONE)
                .fact("fix", answer.meaning().fix(), Paint.NONE);
        answer.ids().forEach((name, id) -> page.fact(name, id, Paint.ASIDE));
    }
}
