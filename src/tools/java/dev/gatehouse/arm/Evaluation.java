package dev.gatehouse.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives expressions their values. */
public record Evaluation(Functions functions) {

    /** @throws ExpressionFault when there is no such value */
    public JsonNode value(TemplateText text) {
        return text.isExpression() ? value(text.expression()) : TextNode.valueOf(text.literal());
    }

    private JsonNode value(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return literal.value();
        }
        if (expression instanceof Expression.Member member) {
            return named(value(member.of()), member.name());
        }
        if (expression instanceof Expression.Element element) {
            return element(value(element.of()), value(element.index()));
        }
        Expression.Call call = (Expression.Call) expression;
        List<JsonNode> arguments = call.arguments().stream().map(this::value).toList();
        return functions
                .named(call.function())
                .orElseThrow(() -> new ExpressionFault("calls " + call.function() + "(), which is not evaluated here"))
                .of(arguments);
    }

    private static JsonNode element(JsonNode of, JsonNode index) {
        if (!index.isInt()) {
            return named(of, Functions.text(index));
        }
        return Optional.ofNullable(of.get(index.intValue()))
                .orElseThrow(() -> new ExpressionFault("asks for element " + index + " of " + of.size()));
    }

    /** ARM finds properties without regard to case. */
    private static JsonNode named(JsonNode of, String name) {
        return of.properties().stream()
                .filter(property -> property.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new ExpressionFault("asks for '" + name + "', which has no value on this machine"));
    }
}
