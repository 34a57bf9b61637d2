package dev.gatehouse.deployment.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.deployment.arm.TemplateExpression.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An object that is written as one expression, such as {@code [union(createObject('a', 1), createObject('b', reference(…)))]},
 * as the object that it is: what only Azure knows stays an expression, in its place.
 */
public final class ExpandedObject {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Evaluation KNOWN = new Evaluation(Functions.ofArgumentsOnly(), Evaluation.Unknown.REFUSED);

    private ExpandedObject() {}

    /** Empty where the names of its properties are not known, or it is no object. */
    public static Optional<ObjectNode> of(String written) {
        TemplateText text = new TemplateText(written);
        if (!text.isExpression()) {
            return Optional.empty();
        }
        try {
            return value(text.expression()) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (ExpressionFault malformed) {
            return Optional.empty();
        }
    }

    private static JsonNode value(TemplateExpression expression) {
        try {
            return KNOWN.value(expression);
        } catch (ExpressionFault open) {
            return expression instanceof Call call ? called(call) : asWritten(expression);
        }
    }

    private static JsonNode called(Call call) {
        return switch (call.function().toLowerCase(Locale.ROOT)) {
            case "createobject" -> created(call.arguments());
            case "createarray" -> listed(call.arguments());
            case "union", "shallowmerge" -> merged(call);
            default -> asWritten(call);
        };
    }

    private static JsonNode created(List<TemplateExpression> arguments) {
        ObjectNode object = JSON.objectNode();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            object.set(FunctionArguments.text(KNOWN.value(arguments.get(i))), value(arguments.get(i + 1)));
        }
        return object;
    }

    private static ArrayNode listed(List<TemplateExpression> arguments) {
        ArrayNode list = JSON.arrayNode();
        arguments.forEach(each -> list.add(value(each)));
        return list;
    }

    /** Of objects, all of whose names are known. */
    private static JsonNode merged(Call call) {
        boolean deep = call.function().equalsIgnoreCase("union");
        List<JsonNode> parts = new ArrayList<>();
        listed(call.arguments()).forEach(each -> {
            if (deep) {
                parts.add(each);
            } else {
                each.forEach(parts::add);
            }
        });
        return !parts.isEmpty() && parts.stream().allMatch(JsonNode::isObject)
                ? ObjectFunctions.merged(parts, deep)
                : asWritten(call);
    }

    private static JsonNode asWritten(TemplateExpression expression) {
        return TextNode.valueOf("[" + expression.source() + "]");
    }
}
