package dev.gatehouse.arm;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The functions that an evaluation knows, by their names in lower case: at first those whose value their arguments
 * decide alone.
 */
public record Functions(Map<String, Function> byName) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A function of ARM's. */
    public interface Function {
        /** @throws ExpressionFault when it has no value for these arguments */
        JsonNode of(List<JsonNode> arguments);
    }

    public Functions {
        byName = Map.copyOf(byName);
    }

    public static Functions ofArgumentsOnly() {
        return new Functions(Map.ofEntries(
                entry("format", new Format()),
                entry("concat", Functions::concat),
                entry("join", Functions::join),
                entry("createarray", Functions::array),
                entry("tolower", text(text -> text.toLowerCase(Locale.ROOT))),
                entry("toupper", text(text -> text.toUpperCase(Locale.ROOT))),
                entry("string", text(UnaryOperator.identity())),
                entry("trim", text(String::strip)),
                entry("replace", Functions::replace),
                entry("true", arguments -> BooleanNode.TRUE),
                entry("false", arguments -> BooleanNode.FALSE)));
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

    private static Function text(UnaryOperator<String> change) {
        return arguments -> TextNode.valueOf(change.apply(text(argument(arguments, 0))));
    }

    private static JsonNode concat(List<JsonNode> arguments) {
        if (argument(arguments, 0).isArray()) {
            ArrayNode all = JSON.createArrayNode();
            arguments.forEach(each -> each.forEach(all::add));
            return all;
        }
        return TextNode.valueOf(arguments.stream().map(Functions::text).collect(Collectors.joining()));
    }

    private static JsonNode join(List<JsonNode> arguments) {
        return TextNode.valueOf(StreamSupport.stream(argument(arguments, 0).spliterator(), false)
                .map(Functions::text)
                .collect(Collectors.joining(text(argument(arguments, 1)))));
    }

    private static JsonNode array(List<JsonNode> arguments) {
        return JSON.createArrayNode().addAll(arguments);
    }

    private static JsonNode replace(List<JsonNode> arguments) {
        String whole = text(argument(arguments, 0));
        return TextNode.valueOf(whole.replace(text(argument(arguments, 1)), text(argument(arguments, 2))));
    }
}
