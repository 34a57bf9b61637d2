package dev.gatehouse.local.chain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.local.journey.Finding;
import dev.gatehouse.local.journey.Layer;
import dev.gatehouse.local.journey.Rule;
import dev.gatehouse.local.journey.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The guard's steps, from its decision line: one for each reason of a refusal, or one that says who was admitted. */
record GuardSteps(JsonNode line) {
    /** The detail that names the problem a function has answered with. */
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
        Rule rule = Rule.of(Layer.GUARD, line.path("outcome").asText("decision"));
        return new Step(rule, Finding.passed(), details(), Optional.empty());
    }

    private Step refused(JsonNode reason) {
        String code = reason.path("code").asText();
        Finding finding = Finding.refused(
                code, reason.path("expected").asText(), reason.path("actual").asText());
        return new Step(Rule.of(Layer.GUARD, code), finding, details(), Optional.empty());
    }

    private Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        SHOWN.stream()
                .filter(line::has)
                .forEach(name -> details.put(name, line.path(name).asText()));
        JsonNode caller = line.path("speaksFor");
        caller.fieldNames()
                .forEachRemaining(name ->
                        details.put("speaksFor " + name, caller.path(name).asText()));
        return details;
    }
}
