package dev.gatehouse.deployment.arm;

import static dev.gatehouse.deployment.arm.FunctionArguments.argument;
import static dev.gatehouse.deployment.arm.FunctionArguments.known;
import static dev.gatehouse.deployment.arm.FunctionArguments.lambda;
import static dev.gatehouse.deployment.arm.FunctionArguments.list;
import static dev.gatehouse.deployment.arm.FunctionArguments.object;
import static dev.gatehouse.deployment.arm.FunctionArguments.text;
import static dev.gatehouse.deployment.arm.FunctionArguments.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Functions that call a lambda for each element. */
final class LambdaFunctions {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static final Map<String, Functions.Function> ALL = Map.of(
            "map", LambdaFunctions::map,
            "filter", LambdaFunctions::filter,
            "reduce", LambdaFunctions::reduce,
            "sort", LambdaFunctions::sort,
            "toobject", LambdaFunctions::toObject,
            "groupby", LambdaFunctions::groupBy,
            "mapvalues", LambdaFunctions::mapValues);

    private LambdaFunctions() {}

    private static JsonNode map(List<JsonNode> arguments) {
        ArrayNode mapped = JSON.arrayNode();
        for (JsonNode each : list(argument(arguments, 0))) {
            mapped.add(lambda(arguments, 1).of(each, IntNode.valueOf(mapped.size())));
        }
        return mapped;
    }

    private static JsonNode filter(List<JsonNode> arguments) {
        ArrayNode kept = JSON.arrayNode();
        int index = 0;
        for (JsonNode each : list(argument(arguments, 0))) {
            if (truth(lambda(arguments, 1).of(each, IntNode.valueOf(index++)))) {
                kept.add(each);
            }
        }
        return kept;
    }

    private static JsonNode reduce(List<JsonNode> arguments) {
        JsonNode value = argument(arguments, 1);
        int index = 0;
        for (JsonNode each : list(argument(arguments, 0))) {
            value = lambda(arguments, 2).of(value, each, IntNode.valueOf(index++));
        }
        return value;
    }

    /** The lambda says whether one comes before another; a list is sorted by insertion, as it may say anything. */
    private static JsonNode sort(List<JsonNode> arguments) {
        List<JsonNode> sorted = new ArrayList<>();
        for (JsonNode each : list(argument(arguments, 0))) {
            int place = sorted.size();
            while (place > 0 && truth(lambda(arguments, 1).of(each, sorted.get(place - 1)))) {
                place--;
            }
            sorted.add(place, each);
        }
        return JSON.arrayNode().addAll(sorted);
    }

    private static JsonNode toObject(List<JsonNode> arguments) {
        ObjectNode object = JSON.objectNode();
        for (JsonNode each : list(argument(arguments, 0))) {
            object.set(
                    key(lambda(arguments, 1).of(each)),
                    arguments.size() > 2 ? lambda(arguments, 2).of(each) : each);
        }
        return object;
    }

    private static JsonNode groupBy(List<JsonNode> arguments) {
        ObjectNode groups = JSON.objectNode();
        for (JsonNode each : list(argument(arguments, 0))) {
            groups.withArrayProperty(key(lambda(arguments, 1).of(each))).add(each);
        }
        return groups;
    }

    private static JsonNode mapValues(List<JsonNode> arguments) {
        ObjectNode mapped = JSON.objectNode();
        object(argument(arguments, 0))
                .properties()
                .forEach(each -> mapped.set(each.getKey(), lambda(arguments, 1).of(each.getValue())));
        return mapped;
    }

    private static String key(JsonNode value) {
        return text(known(value));
    }
}
