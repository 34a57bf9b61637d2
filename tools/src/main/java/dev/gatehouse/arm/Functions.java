package dev.gatehouse.arm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The functions that an evaluation knows, by their names in lower case: at first those whose value their arguments
 * decide alone.
 */
public record Functions(Map<String, Function> byName) {
    /** A function of ARM's. */
    public interface Function {
        /** @throws ExpressionFault when it has no value for these arguments */
        JsonNode of(List<JsonNode> arguments);
    }

    public Functions {
        byName = Map.copyOf(byName);
    }

    public static Functions ofArgumentsOnly() {
        return new Functions(Pure.ALL);
    }

    /** These and another one. */
    public Functions with(String name, Function function) {
        Map<String, Function> more = new HashMap<>(byName);
        more.put(name.toLowerCase(Locale.ROOT), function);
        return new Functions(more);
    }

    Optional<Function> named(String name) {
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The argument at a place. */
    public static JsonNode argument(List<JsonNode> arguments, int index) {
        if (index >= arguments.size()) {
            throw new ExpressionFault("lacks argument " + (index + 1));
        }
        return arguments.get(index);
    }

    /** A text, number or truth value as text. */
    public static String text(JsonNode value) {
        if (!value.isValueNode() || value.isNull()) {
            throw new ExpressionFault("needs a text where it has " + value.getNodeType());
        }
        return value.asText();
    }

    /** The argument at a place, which must not be marked as in {@link Text}. */
    static JsonNode known(List<JsonNode> arguments, int index) {
        JsonNode argument = argument(arguments, index);
        if (!Text.isKnown(argument)) {
            throw new ExpressionFault("depends on what is only known at the deployment");
        }
        return argument;
    }

    static boolean truth(JsonNode value) {
        if (!value.isBoolean()) {
            throw new ExpressionFault("needs true or false where it has " + value.getNodeType());
        }
        return value.booleanValue();
    }
}
