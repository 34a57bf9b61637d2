package dev.gatehouse.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of a template's JSON before it is deployed; the rest stays, marked as in {@link Text}. */
public final class Prediction {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonNode variables;
    private final Map<String, JsonNode> parameters;
    private final Map<String, JsonNode> evaluated = new HashMap<>();
    private final Evaluation evaluation = new Evaluation(
            Functions.ofArgumentsOnly().with("variables", this::variable).with("parameters", this::parameter),
            Evaluation.Unknown.MARKED);

    /**
     * @param variables as a template declares them
     * @param parameters those whose value is known, evaluated
     */
    public Prediction(JsonNode variables, Map<String, JsonNode> parameters) {
        this.variables = variables;
        this.parameters = Map.copyOf(parameters);
    }

    /** For JSON that has no variables or parameters of its own. */
    public Prediction() {
        this(JSON.objectNode(), Map.of());
    }

    /** A copy in which every text that is an expression is its value. */
    public JsonNode of(JsonNode node) {
        if (node.isTextual()) {
            return evaluation.value(new TemplateText(node.asText()));
        }
        if (node.isArray()) {
            var copy = JSON.arrayNode();
            node.forEach(element -> copy.add(of(element)));
            return copy;
        }
        return node.isObject() ? object(node) : node;
    }

    private JsonNode object(JsonNode node) {
        ObjectNode copy = JSON.objectNode();
        node.properties().forEach(property -> {
            if (property.getKey().equals("copy") && property.getValue().isArray()) {
                property.getValue().forEach(loop -> copy.set(loop.path("name").asText(), loop(loop)));
            } else {
                copy.set(property.getKey(), of(property.getValue()));
            }
        });
        return copy;
    }

    private static JsonNode loop(JsonNode loop) {
        return Text.unknown("copy of " + loop.path("count").asText()).node();
    }

    private JsonNode variable(List<JsonNode> arguments) {
        String name = Functions.text(Functions.argument(arguments, 0));
        if (!evaluated.containsKey(name) && variables.has(name)) {
            evaluated.put(name, Text.unknown("variables('" + name + "')").node()); // one that names itself ends here
            evaluated.put(name, of(variables.get(name)));
        }
        return given(evaluated, name);
    }

    private JsonNode parameter(List<JsonNode> arguments) {
        return given(parameters, Functions.text(Functions.argument(arguments, 0)));
    }

    private static JsonNode given(Map<String, JsonNode> values, String name) {
        JsonNode value = values.get(name);
        if (value == null) {
            throw new ExpressionFault("asks for '" + name + "', which is only known at the deployment");
        }
        return value;
    }
}
