package dev.gatehouse.deployment.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.util.List;

/** The arguments of a function, as the types that it takes. */
public final class FunctionArguments {
    private FunctionArguments() {}

    /** The argument at a place. */
    public static JsonNode argument(List<JsonNode> arguments, int index) {
        if (index >= arguments.size()) {
            throw new ExpressionFault("is missing argument " + (index + 1));
        }
        return arguments.get(index);
    }

    /** A text, number or boolean as text. */
    public static String text(JsonNode value) {
        if (!value.isValueNode() || value.isNull()) {
            throw needs("a text", value);
        }
        return value.asText();
    }

    /** The text at a place, which must not have a part that is not known. */
    static String knownText(List<JsonNode> arguments, int index) {
        return text(known(argument(arguments, index)));
    }

    /** A value that must be known completely. */
    static JsonNode known(JsonNode value) {
        if (!PartialText.isKnown(value)) {
            throw ExpressionFault.open();
        }
        return value;
    }

    static boolean truth(JsonNode value) {
        if (!value.isBoolean()) {
            throw needs("true or false", value);
        }
        return value.booleanValue();
    }

    static ArrayNode list(JsonNode value) {
        if (value instanceof ArrayNode list) {
            return list;
        }
        throw needs("a list", value);
    }

    static ObjectNode object(JsonNode value) {
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw needs("an object", value);
    }

    static long number(JsonNode value) {
        if (!value.isIntegralNumber()) {
            throw needs("a whole number", value);
        }
        return value.longValue();
    }

    /** A number that is a count, so not negative. */
    static int count(JsonNode value) {
        long number = number(value);
        if (number < 0 || number > Limits.LARGEST) {
            throw new ExpressionFault("needs a count where it has " + number);
        }
        return (int) number;
    }

    static Lambda lambda(List<JsonNode> arguments, int index) {
        if (argument(arguments, index) instanceof POJONode node && node.getPojo() instanceof Lambda lambda) {
            return lambda;
        }
        throw needs("a lambda", argument(arguments, index));
    }

    private static ExpressionFault needs(String what, JsonNode value) {
        return PartialText.isUnknown(value)
                ? ExpressionFault.open()
                : new ExpressionFault("needs " + what + " where it has " + value.getNodeType());
    }
}
