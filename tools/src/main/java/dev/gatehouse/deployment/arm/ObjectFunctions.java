package dev.gatehouse.deployment.arm;

import static dev.gatehouse.deployment.arm.FunctionArguments.argument;
import static dev.gatehouse.deployment.arm.FunctionArguments.known;
import static dev.gatehouse.deployment.arm.FunctionArguments.knownText;
import static dev.gatehouse.deployment.arm.FunctionArguments.list;
import static dev.gatehouse.deployment.arm.FunctionArguments.object;
import static dev.gatehouse.deployment.arm.FunctionArguments.text;
import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Functions of objects, and of what lists and objects have in common. The names of an object's properties are known. */
final class ObjectFunctions {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static final Map<String, Functions.Function> ALL = Map.ofEntries(
            entry("createobject", ObjectFunctions::created),
            entry("items", arguments -> items(object(argument(arguments, 0)))),
            entry("objectkeys", ObjectFunctions::keys),
            entry("tryget", ObjectFunctions::tried),
            entry("shallowmerge", arguments -> merged(list(argument(arguments, 0)), false)),
            entry("union", ObjectFunctions::union),
            entry("intersection", ObjectFunctions::intersection));

    private ObjectFunctions() {}

    /** ARM finds properties without regard to case. */
    static Optional<JsonNode> property(JsonNode of, String name) {
        JsonNode exact = of.get(name);
        return exact != null
                ? Optional.of(exact)
                : of.properties().stream()
                        .filter(property -> property.getKey().equalsIgnoreCase(name))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    private static JsonNode created(List<JsonNode> arguments) {
        ObjectNode object = JSON.objectNode();
        for (int i = 0; i < arguments.size(); i += 2) {
            object.set(knownText(arguments, i), argument(arguments, i + 1));
        }
        return object;
    }

    /** In the order of their keys. */
    private static JsonNode items(ObjectNode object) {
        TreeMap<String, JsonNode> sorted = new TreeMap<>();
        object.properties().forEach(each -> sorted.put(each.getKey(), each.getValue()));
        ArrayNode items = JSON.arrayNode();
        sorted.forEach((key, value) -> items.addObject().put("key", key).set("value", value));
        return items;
    }

    private static JsonNode keys(List<JsonNode> arguments) {
        ArrayNode keys = JSON.arrayNode();
        items(object(argument(arguments, 0))).forEach(item -> keys.add(item.get("key")));
        return keys;
    }

    /** A missing value, anywhere on the way, is null. */
    private static JsonNode tried(List<JsonNode> arguments) {
        JsonNode value = argument(arguments, 0);
        for (JsonNode step : arguments.subList(1, arguments.size())) {
            if (PartialText.isUnknown(value)) {
                throw ExpressionFault.open();
            }
            Optional<JsonNode> next =
                    step.isInt() ? Optional.ofNullable(value.get(step.intValue())) : property(value, text(known(step)));
            if (next.isEmpty()) {
                return NullNode.getInstance();
            }
            value = next.get();
        }
        return value;
    }

    private static JsonNode union(List<JsonNode> arguments) {
        if (!argument(arguments, 0).isArray()) {
            return merged(arguments, true);
        }
        Set<JsonNode> all = new LinkedHashSet<>();
        arguments.forEach(each -> list(each).forEach(all::add));
        return JSON.arrayNode().addAll(all);
    }

    /** @param deep whether objects within objects are merged too */
    static ObjectNode merged(Iterable<JsonNode> objects, boolean deep) {
        ObjectNode merged = JSON.objectNode();
        for (JsonNode each : objects) {
            object(each).properties().forEach(property -> {
                String name = spelled(merged, property.getKey());
                JsonNode before = merged.get(name);
                boolean both = deep && before instanceof ObjectNode && property.getValue() instanceof ObjectNode;
                merged.set(name, both ? merged(List.of(before, property.getValue()), true) : property.getValue());
            });
        }
        return merged;
    }

    /** As the object has it already. */
    private static String spelled(ObjectNode object, String name) {
        return object.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(name);
    }

    private static JsonNode intersection(List<JsonNode> arguments) {
        JsonNode first = known(argument(arguments, 0));
        List<JsonNode> others = arguments.subList(1, arguments.size());
        others.forEach(FunctionArguments::known);
        if (first.isArray()) {
            Set<JsonNode> common = new LinkedHashSet<>();
            first.forEach(common::add);
            others.forEach(each -> common.removeIf(one -> !contains(list(each), one)));
            return JSON.arrayNode().addAll(common);
        }
        ObjectNode common = JSON.objectNode();
        object(first).properties().stream()
                .filter(each ->
                        others.stream().allMatch(other -> each.getValue().equals(other.get(each.getKey()))))
                .forEach(each -> common.set(each.getKey(), each.getValue()));
        return common;
    }

    private static boolean contains(ArrayNode list, JsonNode value) {
        for (JsonNode each : list) {
            if (each.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
