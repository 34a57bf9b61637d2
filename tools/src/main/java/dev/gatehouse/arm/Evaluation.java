package dev.gatehouse.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives expressions their values. */
public record Evaluation(Functions functions, Unknown unknown) {
    static final int LONGEST = 131_072; // more than any property takes, so that doubling variables end

    /** What becomes of an expression, or a part of one, that has no value. */
    public enum Unknown {
        /** It is an {@link ExpressionFault}. */
        REFUSED,
        /** It is marked, as in {@link Text}, and what surrounds it is evaluated as far as that goes. */
        MARKED
    }

    /** @throws ExpressionFault when there is no such value */
    public JsonNode value(TemplateText text) {
        if (!text.isExpression()) {
            return TextNode.valueOf(text.literal());
        }
        try {
            return value(text.expression());
        } catch (ExpressionFault malformed) {
            return otherwise(text.inner(), malformed);
        }
    }

    private JsonNode value(Expression expression) {
        try {
            return known(expression);
        } catch (ExpressionFault fault) {
            return otherwise(expression.source(), fault);
        }
    }

    private JsonNode otherwise(String source, ExpressionFault fault) {
        if (unknown == Unknown.REFUSED) {
            throw fault;
        }
        return Text.unknown(source).node();
    }

    private JsonNode known(Expression expression) {
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
        return call.function().equalsIgnoreCase("if") ? chosen(call.arguments()) : called(call);
    }

    private JsonNode called(Expression.Call call) {
        List<JsonNode> arguments = call.arguments().stream().map(this::value).toList();
        JsonNode value = functions
                .named(call.function())
                .orElseThrow(() -> new ExpressionFault("calls " + call.function() + "(), which is not evaluated here"))
                .of(arguments);
        if (value.isTextual() && value.textValue().length() > LONGEST) {
            throw new ExpressionFault("makes a text of more than " + LONGEST + " characters");
        }
        return value;
    }

    /** The other alternative is not evaluated: there may be no such value. */
    private JsonNode chosen(List<Expression> arguments) {
        if (arguments.size() != 3) {
            throw new ExpressionFault("has an if() without condition and two alternatives");
        }
        return value(arguments.get(Functions.truth(value(arguments.get(0))) ? 1 : 2));
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
