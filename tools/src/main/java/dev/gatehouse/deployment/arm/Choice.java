package dev.gatehouse.deployment.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** {@code if(condition, one, other)}. */
final class Choice {
    private Choice() {}

    /** Where the condition is known, the other alternative is not evaluated: it may have no value. */
    static JsonNode of(List<TemplateExpression> arguments, Function<TemplateExpression, JsonNode> value) {
        if (arguments.size() != 3) {
            throw new ExpressionFault("has an if() without condition and two alternatives");
        }
        JsonNode condition = value.apply(arguments.get(0));
        if (!PartialText.isUnknown(condition)) {
            return value.apply(arguments.get(FunctionArguments.truth(condition) ? 1 : 2));
        }
        if (fails(arguments.get(1)) || fails(arguments.get(2))) {
            return value.apply(arguments.get(fails(arguments.get(1)) ? 2 : 1)); // else nothing is deployed
        }
        return open(
                ExpressionSource.of(arguments.get(0), condition),
                value.apply(arguments.get(1)),
                value.apply(arguments.get(2)));
    }

    private static boolean fails(TemplateExpression alternative) {
        return alternative instanceof TemplateExpression.Call call
                && call.function().equalsIgnoreCase("fail");
    }

    /** Where the condition is unknown, what both alternatives have in common is known. */
    private static JsonNode open(String condition, JsonNode one, JsonNode other) {
        if (one.equals(other)) {
            return one;
        }
        if (one instanceof ObjectNode first
                && other instanceof ObjectNode second
                && names(first).equals(names(second))) {
            ObjectNode both = JsonNodeFactory.instance.objectNode();
            first.properties()
                    .forEach(each ->
                            both.set(each.getKey(), open(condition, each.getValue(), second.get(each.getKey()))));
            return both;
        }
        if (one.isBoolean() && other.isBoolean()) {
            return PartialText.unknown(one.equals(BooleanNode.TRUE) ? condition : "not(" + condition + ")")
                    .node();
        }
        return PartialText.unknown(
                        "if(" + condition + ", " + ExpressionSource.of(one) + ", " + ExpressionSource.of(other) + ")")
                .node();
    }

    private static Set<String> names(ObjectNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
