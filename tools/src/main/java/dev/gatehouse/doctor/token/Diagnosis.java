package dev.gatehouse.doctor.token;

import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.jwt.UnverifiedJwt;
import dev.gatehouse.rendering.ReportJson;
import dev.gatehouse.secrets.ShownToken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of examining a token.
 *
 * @param remarks on what was pasted, and on where the values come from
 * @param cause why the token is refused, above all rules that refuse it; empty if no layer refuses it
 */
public record Diagnosis(
        TokenProfile nature,
        UnverifiedJwt decoded,
        List<String> remarks,
        List<LayerReport> layers,
        List<OperationReport> operations,
        Optional<TokenCause> cause,
        Instant at) {
    public Diagnosis {
        remarks = List.copyOf(remarks);
        layers = List.copyOf(layers);
        operations = List.copyOf(operations);
    }

    /**
     * Whether a call with this token would be accepted: by every layer that sees it, and for an operation. Empty where
     * something is undecided and no layer refuses.
     */
    public Optional<Boolean> admitted() {
        List<LayerReport> seen = layers.stream().filter(LayerReport::seen).toList();
        boolean refused = seen.stream().anyMatch(layer -> layer.admitted().equals(Optional.of(false)))
                || !operations.isEmpty() && operations.stream().allMatch(OperationReport::isRefused);
        if (refused) {
            return Optional.of(false);
        }
        boolean decided = seen.stream().allMatch(layer -> layer.admitted().isPresent())
                && (operations.isEmpty() || operations.stream().anyMatch(OperationReport::isAdmitted));
        return decided ? Optional.of(true) : Optional.empty();
    }

    /** The layer that would refuse the call. */
    public Optional<LayerReport> firstRefusing() {
        return layers.stream().filter(layer -> layer.firstRefused().isPresent()).findFirst();
    }

    public LayerReport layer(Layer layer) {
        return layers.stream().filter(each -> each.layer() == layer).findFirst().orElseThrow();
    }

    public String json() {
        return ReportJson.of(Json.of(this));
    }

    /** Null means undecided. */
    private record Json(
            String kind,
            String version,
            String cloud,
            String audience,
            Map<String, Object> claims,
            List<Layer> layers,
            List<Operation> operations,
            @Nullable Boolean admitted,
            @Nullable TokenCause cause,
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

        static Json of(Diagnosis diagnosis) {
            TokenProfile nature = diagnosis.nature();
            return new Json(
                    nature.kind().code(),
                    nature.version(),
                    nature.cloud(),
                    nature.audience(),
                    ShownToken.claims(diagnosis.decoded()),
                    diagnosis.layers().stream().map(Layer::of).toList(),
                    diagnosis.operations().stream().map(Operation::of).toList(),
                    diagnosis.admitted().orElse(null),
                    diagnosis.cause().orElse(null),
                    diagnosis.remarks(),
                    diagnosis.at().toString());
        }
    }
}
