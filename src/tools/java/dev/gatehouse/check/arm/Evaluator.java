package dev.gatehouse.check.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluates the expressions in a template's JSON as far as they are known; the rest stays, marked as in {@link Text}. */
public final class Evaluator {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonNode variables;
    private final Map<String, JsonNode> parameters;
    private final Map<String, JsonNode> evaluated = new HashMap<>();

    /**
     * @param variables as a template declares them
     * @param parameters those whose value is known, evaluated
     */
    public Evaluator(JsonNode variables, Map<String, JsonNode> parameters) {
        this.variables = variables;
        this.parameters = Map.copyOf(parameters);
    }

    /** For JSON that has no variables or parameters of its own. */
    public Evaluator() {
        this(JSON.objectNode(), Map.of());
    }

    /** A copy in which every text that is an expression is its value. */
    public JsonNode evaluate(JsonNode node) {
        if (node.isTextual()) {
            return text(node.asText());
        }
        if (node.isArray()) {
            var copy = JSON.arrayNode();
            node.forEach(element -> copy.add(evaluate(element)));
            return copy;
        }
        return node.isObject() ? object(node) : node;
    }

    private JsonNode object(JsonNode node) {
        ObjectNode copy = JSON.objectNode();
        node.properties().forEach(property -> {
            if (property.getKey().equals("copy") && property.getValue().isArray()) {
                property.getValue()
                        .forEach(loop -> copy.put(
                                loop.path("name").asText(),
                                Text.unknown("copy of " + loop.path("count").asText())
                                        .marked()));
            } else {
                copy.set(property.getKey(), evaluate(property.getValue()));
            }
        });
        return copy;
    }

    private JsonNode text(String text) {
        boolean expression = text.startsWith("[") && text.endsWith("]") && !text.startsWith("[[");
        if (!expression) {
            return TextNode.valueOf(text.startsWith("[[") ? text.substring(1) : text);
        }
        String inner = text.substring(1, text.length() - 1);
        return ExpressionParser.parse(inner).map(this::value).orElseGet(() -> unknown(inner));
    }

    private JsonNode value(Node node) {
        if (node instanceof Node.Literal literal) {
            return TextNode.valueOf(literal.value());
        }
        if (node instanceof Node.Number number) {
            return LongNode.valueOf(number.value());
        }
        if (node instanceof Node.Member member) {
            return member(member).orElseGet(() -> unknown(node.source()));
        }
        return call((Node.Call) node).orElseGet(() -> unknown(node.source()));
    }

    private Optional<JsonNode> member(Node.Member member) {
        JsonNode of = value(member.of());
        JsonNode name = value(member.name());
        JsonNode found = name.isNumber() ? of.path(name.asInt()) : of.path(name.asText());
        return Optional.of(found).filter(value -> !value.isMissingNode());
    }

    private Optional<JsonNode> call(Node.Call call) {
        List<JsonNode> arguments = call.arguments().stream().map(this::value).toList();
        String first = arguments.isEmpty() ? "" : arguments.get(0).asText();
        return switch (call.function()) {
            case "variables" -> variable(first);
            case "parameters" -> Optional.ofNullable(parameters.get(first));
            default -> Functions.call(call.function(), arguments);
        };
    }

    private Optional<JsonNode> variable(String name) {
        if (!variables.has(name)) {
            return Optional.empty();
        }
        if (!evaluated.containsKey(name)) {
            evaluated.put(name, unknown("variables('" + name + "')")); // one that names itself ends here
            evaluated.put(name, evaluate(variables.get(name)));
        }
        return Optional.ofNullable(evaluated.get(name));
    }

    private static JsonNode unknown(String expression) {
        return TextNode.valueOf(Text.unknown(expression).marked());
    }
}
