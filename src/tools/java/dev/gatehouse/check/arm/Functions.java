package dev.gatehouse.check.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The template functions whose outcome is known before a deployment, where their arguments are. */
final class Functions {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern HOLE = Pattern.compile("\\{(\\d{1,3})}");

    private static final Map<String, Function<List<JsonNode>, Optional<JsonNode>>> ALL = Map.ofEntries(
            Map.entry("format", Functions::format),
            Map.entry("concat", Functions::concat),
            Map.entry("string", arguments -> whole(arguments, 1).map(all -> text(all.get(0)))),
            Map.entry("tolower", arguments -> known(arguments, 1).map(all -> TextNode.valueOf(lower(all)))),
            Map.entry("replace", Functions::replace),
            Map.entry("equals", arguments -> known(arguments, 2)
                    .map(all -> BooleanNode.valueOf(all.get(0).equals(all.get(1))))),
            Map.entry("not", arguments -> known(arguments, 1)
                    .map(all -> BooleanNode.valueOf(!all.get(0).asBoolean()))),
            Map.entry("true", arguments -> Optional.of(BooleanNode.TRUE)),
            Map.entry("false", arguments -> Optional.of(BooleanNode.FALSE)),
            Map.entry("null", arguments -> Optional.of(JSON.nullNode())),
            Map.entry("if", arguments -> known(arguments.subList(0, Math.min(1, arguments.size())), 1)
                    .filter(condition -> arguments.size() == 3)
                    .map(condition -> arguments.get(condition.get(0).asBoolean() ? 1 : 2))),
            Map.entry("createarray", arguments -> Optional.of(JSON.arrayNode().addAll(arguments))),
            Map.entry("createobject", Functions::object));

    private Functions() {}

    /** Empty where the function, or what it is given, is only known at run time. */
    static Optional<JsonNode> call(String name, List<JsonNode> arguments) {
        return Optional.ofNullable(ALL.get(name.toLowerCase(Locale.ROOT))).flatMap(it -> it.apply(arguments));
    }

    private static Optional<JsonNode> format(List<JsonNode> arguments) {
        if (arguments.isEmpty() || !isKnown(arguments.get(0)) || !scalars(arguments)) {
            return Optional.empty();
        }
        return Optional.of(
                TextNode.valueOf(HOLE.matcher(arguments.get(0).asText()).replaceAll(hole -> {
                    int index = Integer.parseInt(hole.group(1)) + 1;
                    return Matcher.quoteReplacement(
                            index < arguments.size() ? arguments.get(index).asText() : hole.group());
                })));
    }

    private static Optional<JsonNode> concat(List<JsonNode> arguments) {
        if (!arguments.isEmpty() && arguments.stream().allMatch(JsonNode::isArray)) {
            ArrayNode all = JSON.arrayNode();
            arguments.forEach(array -> all.addAll((ArrayNode) array));
            return Optional.of(all);
        }
        return scalars(arguments)
                ? Optional.of(TextNode.valueOf(
                        String.join("", arguments.stream().map(JsonNode::asText).toList())))
                : Optional.empty();
    }

    /** Of a text that is partly known, what is known is replaced; what is not may hold the same. */
    private static Optional<JsonNode> replace(List<JsonNode> arguments) {
        if (arguments.size() != 3 || !scalars(arguments) || !isKnown(arguments.get(1))) {
            return Optional.empty();
        }
        Text text = new Text(arguments.get(0).asText());
        String old = arguments.get(1).asText();
        return Optional.of(
                TextNode.valueOf(text.replaced(old, arguments.get(2).asText()).marked()));
    }

    private static Optional<JsonNode> object(List<JsonNode> arguments) {
        ObjectNode object = JSON.objectNode();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            if (!isKnown(arguments.get(i))) {
                return Optional.empty();
            }
            object.set(arguments.get(i).asText(), arguments.get(i + 1));
        }
        return Optional.of(object);
    }

    private static JsonNode text(JsonNode node) {
        return TextNode.valueOf(node.isValueNode() ? node.asText() : node.toString());
    }

    private static String lower(List<JsonNode> all) {
        return all.get(0).asText().toLowerCase(Locale.ROOT);
    }

    private static Optional<List<JsonNode>> whole(List<JsonNode> arguments, int count) {
        return arguments.size() == count ? Optional.of(arguments) : Optional.empty();
    }

    private static Optional<List<JsonNode>> known(List<JsonNode> arguments, int count) {
        return whole(arguments, count).filter(all -> all.stream().allMatch(Functions::isKnown));
    }

    private static boolean isKnown(JsonNode node) {
        return !node.isTextual() || new Text(node.asText()).isKnown();
    }

    private static boolean scalars(List<JsonNode> arguments) {
        return arguments.stream().allMatch(JsonNode::isValueNode);
    }
}
