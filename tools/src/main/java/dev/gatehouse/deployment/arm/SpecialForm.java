package dev.gatehouse.deployment.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A call that looks like a function but does not evaluate all of its arguments. */
interface SpecialForm {
    Map<String, SpecialForm> ALL = Map.of(
            "if", (arguments, value, evaluation) -> Choice.of(arguments, value),
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
}
