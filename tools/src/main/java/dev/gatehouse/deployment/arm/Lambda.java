package dev.gatehouse.deployment.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.util.List;

/**
 * {@code lambda('name', …, body)}: its variables are those around it and its own.
 *
 * @param evaluation where it is written
 */
record Lambda(List<String> names, TemplateExpression body, Evaluation evaluation) {
    private static final String VARIABLE = "lambdaVariables";

    Lambda {
        names = List.copyOf(names);
    }

    static JsonNode of(List<TemplateExpression> arguments, Evaluation evaluation) {
        if (arguments.isEmpty()) {
            throw new ExpressionFault("has a lambda() without a body");
        }
        int last = arguments.size() - 1;
        List<String> names = arguments.subList(0, last).stream()
                .map(each -> FunctionArguments.text(evaluation.value(each)))
                .toList();
        return new POJONode(new Lambda(names, arguments.get(last), evaluation));
    }

    /** Its value for some values; it need not take all. */
    JsonNode of(JsonNode... values) {
        Evaluation inner = evaluation;
        for (int i = 0; i < Math.min(names.size(), values.length); i++) {
            inner = inner.with(VARIABLE, variable(inner, names.get(i), values[i]));
        }
        return inner.value(body);
    }

    private static Functions.Function variable(Evaluation outer, String name, JsonNode value) {
        return arguments ->
                FunctionArguments.text(FunctionArguments.argument(arguments, 0)).equalsIgnoreCase(name)
                        ? value
                        : outer.call(VARIABLE, arguments);
    }
}
