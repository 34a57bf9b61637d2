package dev.gatehouse.doctor.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** A diagnosis for programs; null stands for what is undecided. */
public final class DiagnosisJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DiagnosisJson() {}

    public static String of(Diagnosis diagnosis) {
        ObjectNode root = JSON.createObjectNode();
        TokenProfile nature = diagnosis.nature();
        root.put("kind", nature.kind().code())
                .put("version", nature.version())
                .put("cloud", nature.cloud())
                .put("audience", nature.audience());
        root.set("claims", JSON.valueToTree(ShownClaims.of(diagnosis.decoded())));
        ArrayNode layers = root.putArray("layers");
        diagnosis.layers().forEach(layer -> layers.add(layer(layer)));
        ArrayNode operations = root.putArray("operations");
        diagnosis.operations().forEach(operation -> operations.add(operation(operation)));
        put(root, "admitted", diagnosis.admitted());
        root.set("remarks", JSON.valueToTree(diagnosis.remarks()));
        root.put("at", diagnosis.at().toString());
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException notWritable) {
            throw new IllegalStateException("a diagnosis cannot be written as JSON", notWritable);
        }
    }

    private static ObjectNode layer(LayerReport layer) {
        ObjectNode object = JSON.createObjectNode()
                .put("layer", layer.layer().title())
                .put("seen", layer.seen())
                .put("note", layer.note());
        put(object, "admitted", layer.admitted());
        object.set("rules", rules(layer.rules()));
        return object;
    }

    private static ObjectNode operation(OperationReport report) {
        ObjectNode object = JSON.createObjectNode()
                .put("operation", report.operation().function())
                .put("method", report.operation().method())
                .put("route", report.operation().route());
        object.set("rules", rules(report.rules()));
        return object;
    }

    private static ArrayNode rules(List<RuleReport> rules) {
        ArrayNode array = JSON.createArrayNode();
        rules.forEach(rule -> {
            ObjectNode object = array.addObject().put("rule", rule.rule());
            put(object, "passed", rule.passed());
            object.put("reason", rule.reason())
                    .put("expected", rule.result().expected())
                    .put("actual", rule.result().actual())
                    .put("fix", rule.fix());
        });
        return array;
    }

    private static void put(ObjectNode object, String name, Optional<Boolean> value) {
        value.ifPresentOrElse(known -> object.put(name, known), () -> object.putNull(name));
    }
}
