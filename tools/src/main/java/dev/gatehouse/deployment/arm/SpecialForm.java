package dev.gatehouse.deployment.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A call that looks like a function but does not evaluate all of its arguments. */
interface SpecialForm {
    Map<String, SpecialForm> ALL = Map.of(
            "if", (arguments, value, evaluation) -> choice(arguments, value, evaluation.choices()),
            "and", (arguments, value, evaluation) -> decided(false, arguments, value),
            "or", (arguments, value, evaluation) -> decided(true, arguments, value),
            "coalesce", (arguments, value, evaluation) -> first(arguments, value),
            "lambda", (arguments, value, evaluation) -> Lambda.of(arguments, evaluation));

    /** @param value evaluates an argument */
    JsonNode of(
            List<TemplateExpression> arguments, Function<TemplateExpression, JsonNode> value, Evaluation evaluation);

    static Optional<SpecialForm> named(String name) {
        return Optional.ofNullable(ALL.get(name.toLowerCase(Locale.ROOT)));
    }

    /** By the first argument that decides, whatever the others are. */
    private static JsonNode decided(
            boolean by, List<TemplateExpression> arguments, Function<TemplateExpression, JsonNode> value) {
        boolean isOpen = false;
        for (TemplateExpression argument : arguments) {
            JsonNode each = value.apply(argument);
            if (PartialText.isUnknown(each)) {
                isOpen = true;
            } else if (FunctionArguments.truth(each) == by) {
                return BooleanNode.valueOf(by);
            }
        }
        if (isOpen) {
            throw ExpressionFault.open();
        }
        return BooleanNode.valueOf(!by);
    }

    /** The first that is not null. */
    private static JsonNode first(List<TemplateExpression> arguments, Function<TemplateExpression, JsonNode> value) {
        for (TemplateExpression argument : arguments) {
            JsonNode each = value.apply(argument);
            if (PartialText.isUnknown(each)) {
                throw ExpressionFault.open();
            }
            if (!each.isNull()) {
                return each;
            }
        }
        return NullNode.getInstance();
    }

    /** {@code if(condition, one, other)}: where the condition is known, the other alternative is not evaluated: it may have no value. */
    private static JsonNode choice(
            List<TemplateExpression> arguments, Function<TemplateExpression, JsonNode> value, Choices choices) {
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
        return new Joined(choices)
                .of(
                        ExpressionSource.of(arguments.get(0), condition),
                        value.apply(arguments.get(1)),
                        value.apply(arguments.get(2)));
    }

    private static boolean fails(TemplateExpression alternative) {
        return alternative instanceof TemplateExpression.Call call
                && call.function().equalsIgnoreCase("fail");
    }

    /** Where the condition is unknown, what both alternatives have in common is known; the rest is a choice. */
    record Joined(Choices choices) implements Choices.Joining {
        @Override
        public JsonNode of(String condition, JsonNode one, JsonNode other) {
            if (one.equals(other)) {
                return one;
            }
            if (one instanceof ObjectNode first
                    && other instanceof ObjectNode second
                    && names(first).equals(names(second))) {
                ObjectNode both = JsonNodeFactory.instance.objectNode();
                first.properties()
                        .forEach(each ->
                                both.set(each.getKey(), of(condition, each.getValue(), second.get(each.getKey()))));
                return both;
            }
            return choices.add(shown(condition, one, other), condition, one, other);
        }

        private static String shown(String condition, JsonNode one, JsonNode other) {
            if (one.isBoolean() && other.isBoolean()) {
                return one.equals(BooleanNode.TRUE) ? condition : "not(" + condition + ")";
            }
            return "if(" + condition + ", " + ExpressionSource.of(one) + ", " + ExpressionSource.of(other) + ")";
        }

        private static Set<String> names(ObjectNode object) {
            Set<String> names = new HashSet<>();
            object.fieldNames().forEachRemaining(names::add);
            return names;
        }
    }
}
