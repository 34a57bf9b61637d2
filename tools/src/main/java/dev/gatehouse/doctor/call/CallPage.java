package dev.gatehouse.doctor.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.doctor.explain.Explainer;
import dev.gatehouse.doctor.explain.PasteExplanation;
import dev.gatehouse.rendering.Page;
import dev.gatehouse.rendering.Paint;
import dev.gatehouse.rendering.ReportJson;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call, for people and for programs. */
public final class CallPage {
    private static final String UNKNOWN = "unknown code; see https://login.microsoftonline.com/error";

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
        Optional<PasteExplanation.Answer> known =
                new Explainer().of(refusal.text()).answer();
        page.fact("refused by", "Entra", Paint.BAD)
                .fact("message", refusal.text(), Paint.NONE)
                .fact("means", known.map(PasteExplanation.Answer::means).orElse(UNKNOWN), Paint.NONE)
                .fact("fix", known.map(PasteExplanation.Answer::fix).orElse(""), Paint.NONE)
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
        answer.token().ifPresent(token -> page.fact("the token sent", token.means(), Paint.BAD)
                .fact("its fix", token.fix(), Paint.GOOD));
        answer.ids().forEach((name, id) -> page.fact(name, id, Paint.ASIDE));
    }

    public static String json(CallReport report) {
        return ReportJson.of(new Json(
                report.served(),
                report.asked().client(),
                report.asked().scope(),
                report.asked().method(),
                report.asked().address().toString(),
                report.refusal().map(Json.Entra::of).orElse(null),
                report.answer().map(Json.Answer::of).orElse(null)));
    }

    /** Without a token {@code entra}, else {@code answer}; one of them is absent. */
    private record Json(
            boolean served,
            String client,
            String scope,
            String method,
            String address,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Entra entra,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Answer answer) {

        record Entra(
                @Nullable String code,
                String text,
                @Nullable String meaning,
                @Nullable String fix,
                String traceId,
                String correlationId) {
            static Entra of(EntraRefusal refusal) {
                Optional<PasteExplanation.Answer> known =
                        new Explainer().of(refusal.text()).answer();
                return new Entra(
                        refusal.code().map(code -> "AADSTS" + code).orElse(null),
                        refusal.text(),
                        known.map(PasteExplanation.Answer::means).orElse(null),
                        known.map(PasteExplanation.Answer::fix).orElse(null),
                        refusal.ids().trace(),
                        refusal.ids().correlation());
            }
        }

        /** {@code token} and {@code tokenFix} are absent where the token alone shows no fault. */
        record Answer(
                int status,
                @Nullable String layer,
                String meaning,
                String fix,

                @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
                String token,

                @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
                String tokenFix,

                Map<String, String> ids) {
            static Answer of(CallReport.Answer answer) {
                return new Answer(
                        answer.status(),
                        answer.meaning().layer().map(layer -> layer.title()).orElse(null),
                        answer.meaning().says(),
                        answer.meaning().fix(),
                        answer.token().map(PasteExplanation.Answer::means).orElse(null),
                        answer.token().map(PasteExplanation.Answer::fix).orElse(null),
                        answer.ids());
            }
        }
    }
}
