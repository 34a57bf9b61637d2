package dev.gatehouse.deployment.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The deployments nested in a template: modules of Bicep's. Their outputs are the inputs of others. */
final class NestedDeployments {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String ID = "/providers/Microsoft.Resources/deployments/";

    private final PredictedTemplate outer;
    private final Map<String, Optional<PredictedTemplate>> byPlace = new HashMap<>();

    NestedDeployments(PredictedTemplate outer) {
        this.outer = outer;
    }

    /**
     * The template of a deployment; empty where it is linked, not written here.
     *
     * @param index of the round of its loop
     */
    Optional<PredictedTemplate> template(WrittenResource deployment, int index) {
        List<Evaluation> rounds = deployment.rounds(outer.evaluation());
        boolean isLooped = deployment.body().has("copy");
        Evaluation round = rounds.get(index);
        String name = deployment.symbol().isEmpty()
                ? new PartialText(deployment.name(round)).shown()
                : deployment.symbol() + (isLooped ? "[" + index + "]" : "");
        if (!byPlace.containsKey(name)) {
            byPlace.put(name, made(deployment.body().path("properties"), round, outer.path() + name + "::"));
        }
        return byPlace.get(name);
    }

    /** A template within a template sees its own parameters, or, when configured so, those of its surroundings. */
    private Optional<PredictedTemplate> made(JsonNode deployment, Evaluation round, String path) {
        JsonNode template = deployment.path("template");
        if (template.isMissingNode()) {
            return Optional.empty();
        }
        boolean inner = deployment
                .path("expressionEvaluationOptions")
                .path("scope")
                .asText()
                .equalsIgnoreCase("inner");
        Evaluation scope = inner
                ? new TemplateScope(template, Optional.of(round.of(deployment.path("parameters"))), round.pure())
                        .evaluation()
                : round;
        return Optional.of(new PredictedTemplate(template, path, scope));
    }

    /** {@code reference(…)}: the outputs of a nested deployment are known, nothing else is. */
    JsonNode reference(List<JsonNode> arguments) {
        String name = FunctionArguments.text(FunctionArguments.argument(arguments, 0));
        boolean isWhole = arguments.size() > 2;
        for (WrittenResource each : outer.written()) {
            if (each.isDeployment() && !isWhole && !each.isExisting()) {
                Optional<JsonNode> found = named(each, name);
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        boolean isSymbol = outer.written().stream().anyMatch(each -> isOf(each, name));
        if (isSymbol && !isWhole) {
            return PartialText.unknown("reference('" + outer.path() + name + "')")
                    .node();
        }
        throw new ExpressionFault("refers to '" + name + "', which is not known before the deployment");
    }

    /** {@code references('symbol')}: a list, of a loop. */
    JsonNode references(List<JsonNode> arguments) {
        String symbol = FunctionArguments.knownText(arguments, 0);
        ArrayNode all = JSON.arrayNode();
        for (WrittenResource each : outer.written()) {
            if (each.symbol().equals(symbol)
                    && each.loop(outer.evaluation()).flatMap(Loop::unknown).isEmpty()) {
                for (int i = 0; i < each.rounds(outer.evaluation()).size(); i++) {
                    all.add(
                            each.isDeployment()
                                    ? result(each, i)
                                    : reference(List.of(JSON.textNode(symbol + "[" + i + "]"))));
                }
                return all;
            }
        }
        throw new ExpressionFault("refers to '" + symbol + "', which is not known before the deployment");
    }

    private static boolean isOf(WrittenResource resource, String name) {
        return !resource.symbol().isEmpty()
                && (name.equals(resource.symbol()) || name.startsWith(resource.symbol() + "["));
    }

    /** By its symbolic name, by its name or by its id. */
    private Optional<JsonNode> named(WrittenResource deployment, String name) {
        List<Evaluation> rounds = deployment.rounds(outer.evaluation());
        if (deployment.loop(outer.evaluation()).flatMap(Loop::unknown).isPresent()) {
            return Optional.empty();
        }
        for (int i = 0; i < rounds.size(); i++) {
            boolean isLooped = deployment.body().has("copy");
            String symbol = deployment.symbol() + (isLooped ? "[" + i + "]" : "");
            if (deployment.symbol().isEmpty() ? isNamed(deployment.name(rounds.get(i)), name) : name.equals(symbol)) {
                return Optional.of(result(deployment, i));
            }
        }
        return Optional.empty();
    }

    private static boolean isNamed(String own, String name) {
        return name.equals(own) || name.endsWith(ID + own);
    }

    private JsonNode result(WrittenResource deployment, int index) {
        ObjectNode result = JSON.objectNode();
        Optional<PredictedTemplate> template = template(deployment, index);
        if (template.isEmpty()) {
            throw new ExpressionFault("refers to a deployment whose template is not in this file");
        }
        ObjectNode outputs = result.putObject("outputs");
        template.get().outputs().properties().forEach(each -> outputs.putObject(each.getKey())
                .set("value", each.getValue()));
        return result;
    }
}
