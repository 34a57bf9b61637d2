package dev.gatehouse.doctor.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.rendering.ReportJson;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call for programs: without a token {@code entra}, else {@code answer}; one of them is absent. */
public record CallJson(
        boolean served,
        String client,
        String scope,
        String method,
        String address,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Entra entra,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Answer answer) {

    private record Entra(
            @Nullable String code,
            String text,
            @Nullable String meaning,
            @Nullable String fix,
            String traceId,
            String correlationId) {
        static Entra of(EntraRefusal refusal) {
            Optional<AadstsTable.Entry> known = refusal.code().flatMap(AadstsTable::entry);
            return new Entra(
                    refusal.code().map(code -> "AADSTS" + code).orElse(null),
                    refusal.text(),
                    known.map(AadstsTable.Entry::meaning).orElse(null),
                    known.map(AadstsTable.Entry::fix).orElse(null),
                    refusal.ids().trace(),
                    refusal.ids().correlation());
        }
    }

    private record Answer(int status, @Nullable String layer, String meaning, String fix, Map<String, String> ids) {
        static Answer of(CallReport.Answer answer) {
            return new Answer(
                    answer.status(),
                    answer.meaning().layer().map(layer -> layer.title()).orElse(null),
                    answer.meaning().says(),
                    answer.meaning().fix(),
                    answer.ids());
        }
    }

    public static String of(CallReport report) {
        return ReportJson.of(new CallJson(
                report.served(),
                report.asked().client(),
                report.asked().scope(),
                report.asked().method(),
                report.asked().address().toString(),
                report.refusal().map(Entra::of).orElse(null),
                report.answer().map(Answer::of).orElse(null)));
    }
}
