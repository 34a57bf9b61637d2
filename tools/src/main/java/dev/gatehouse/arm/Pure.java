package dev.gatehouse.arm;

import static dev.gatehouse.arm.Functions.argument;
import static dev.gatehouse.arm.Functions.known;
import static dev.gatehouse.arm.Functions.truth;
import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The functions whose value their arguments decide alone. */
final class Pure {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static final Map<String, Functions.Function> ALL = Map.ofEntries(
            entry("format", new Format()),
            entry("concat", Pure::concat),
            entry("join", Pure::join),
            entry("createarray", arguments -> JSON.arrayNode().addAll(arguments)),
            entry("createobject", Pure::object),
            entry("tolower", text(text -> text.toLowerCase(Locale.ROOT))),
            entry("toupper", text(text -> text.toUpperCase(Locale.ROOT))),
            entry("string", Pure::string),
            entry("trim", text(String::strip)),
            entry("replace", Pure::replace),
            entry("equals", Pure::equal),
            entry("not", arguments -> BooleanNode.valueOf(!truth(argument(arguments, 0)))),
            entry("null", arguments -> NullNode.getInstance()),
            entry("true", arguments -> BooleanNode.TRUE),
            entry("false", arguments -> BooleanNode.FALSE));

    private Pure() {}

    private static Functions.Function text(UnaryOperator<String> change) {
        return arguments -> TextNode.valueOf(change.apply(Functions.text(known(arguments, 0))));
    }

    private static JsonNode string(List<JsonNode> arguments) {
        JsonNode value = argument(arguments, 0);
        return TextNode.valueOf(value.isContainerNode() ? value.toString() : Functions.text(value));
    }

    private static JsonNode concat(List<JsonNode> arguments) {
        if (argument(arguments, 0).isArray()) {
            ArrayNode all = JSON.arrayNode();
            arguments.forEach(each -> all.addAll(list(each)));
            return all;
        }
        return TextNode.valueOf(arguments.stream().map(Functions::text).collect(Collectors.joining()));
    }

    private static JsonNode join(List<JsonNode> arguments) {
        return TextNode.valueOf(
                StreamSupport.stream(list(argument(arguments, 0)).spliterator(), false)
                        .map(Functions::text)
                        .collect(Collectors.joining(Functions.text(argument(arguments, 1)))));
    }

    private static ArrayNode list(JsonNode value) {
        if (value instanceof ArrayNode list) {
            return list;
        }
        throw new ExpressionFault("needs a list where it has " + value.getNodeType());
    }

    private static JsonNode object(List<JsonNode> arguments) {
        ObjectNode object = JSON.objectNode();
        for (int i = 0; i < arguments.size(); i += 2) {
            object.set(Functions.text(known(arguments, i)), argument(arguments, i + 1));
        }
        return object;
    }

    private static JsonNode equal(List<JsonNode> arguments) {
        return BooleanNode.valueOf(known(arguments, 0).equals(known(arguments, 1)));
    }

    /** What is not known may hold what is to be replaced: it stays as it is. */
    private static JsonNode replace(List<JsonNode> arguments) {
        Text whole = new Text(Functions.text(argument(arguments, 0)));
        return whole.replaced(Functions.text(known(arguments, 1)), Functions.text(argument(arguments, 2)))
                .node();
    }
}
