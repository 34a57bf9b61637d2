package dev.gatehouse.doctor.token;

import dev.gatehouse.rendering.ReportJson;
import dev.gatehouse.secrets.ShownToken;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A diagnosis as JSON; null means undecided. */
public record DiagnosisJson(
        String kind,
        String version,
        String cloud,
        String audience,
        Map<String, Object> claims,
        List<Layer> layers,
        List<Operation> operations,
        @Nullable Boolean admitted,
        List<String> remarks,
        String at) {

    private record Layer(
            String layer,
            boolean seen,
            String note,
            @Nullable Boolean admitted,
            List<Rule> rules) {
        static Layer of(LayerReport report) {
            return new Layer(
                    report.layer().title(),
                    report.seen(),
                    report.note(),
                    report.admitted().orElse(null),
                    Rule.of(report.rules()));
        }
    }

    private record Operation(String operation, String method, String route, List<Rule> rules) {
        static Operation of(OperationReport report) {
            return new Operation(
                    report.operation().function(),
                    report.operation().method(),
                    report.operation().route(),
                    Rule.of(report.rules()));
        }
    }

    private record Rule(
            String rule, @Nullable Boolean passed, String reason, String expected, String actual, String fix) {
        static List<Rule> of(List<RuleReport> reports) {
            return reports.stream()
                    .map(report -> new Rule(
                            report.rule(),
                            report.passed().orElse(null),
                            report.reason(),
                            report.result().expected(),
                            report.result().actual(),
                            report.fix()))
                    .toList();
        }
    }

    public static String of(Diagnosis diagnosis) {
        TokenProfile nature = diagnosis.nature();
        return ReportJson.of(new DiagnosisJson(
                nature.kind().code(),
                nature.version(),
                nature.cloud(),
                nature.audience(),
                ShownToken.claims(diagnosis.decoded()),
                diagnosis.layers().stream().map(Layer::of).toList(),
                diagnosis.operations().stream().map(Operation::of).toList(),
                diagnosis.admitted().orElse(null),
                diagnosis.remarks(),
                diagnosis.at().toString()));
    }
}
