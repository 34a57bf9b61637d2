package dev.gatehouse.chain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.chain.trace.AppliedRule;
import dev.gatehouse.chain.trace.Layer;
import dev.gatehouse.chain.trace.Step;
import dev.gatehouse.chain.trace.StepResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The guard's steps, read from its decision line: one for each reason of a refusal, or one that names the admitted caller. */
record GuardSteps(JsonNode line) {
    /** The detail with the problem code of the function's response. */
    static final String PROBLEM = "problem";

    private static final List<String> SHOWN = List.of("operation", "client", "oid", "uti", PROBLEM);

    List<Step> all() {
        if (!line.path("outcome").asText().equals("refused")) {
            return List.of(admitted());
        }
        List<Step> steps = new ArrayList<>();
        line.path("reasons").forEach(reason -> steps.add(refused(reason)));
        return steps;
    }

    private Step admitted() {
        AppliedRule rule = AppliedRule.of(Layer.GUARD, line.path("outcome").asText("decision"));
        return new Step(rule, StepResult.passed(), details(), Optional.empty());
    }

    private Step refused(JsonNode reason) {
        String code = reason.path("code").asText();
        StepResult finding = StepResult.refused(
                code, reason.path("expected").asText(), reason.path("actual").asText());
        return new Step(AppliedRule.of(Layer.GUARD, code), finding, details(), Optional.empty());
    }

    private Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        SHOWN.stream()
                .filter(line::has)
                .forEach(name -> details.put(name, line.path(name).asText()));
        JsonNode caller = line.path("onBehalfOf");
        caller.fieldNames()
                .forEachRemaining(name ->
                        details.put("onBehalfOf " + name, caller.path(name).asText()));
        return details;
    }
}
