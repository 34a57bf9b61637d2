package dev.gatehouse.deployment.arm;

import static dev.gatehouse.deployment.arm.FunctionArguments.argument;
import static dev.gatehouse.deployment.arm.FunctionArguments.count;
import static dev.gatehouse.deployment.arm.FunctionArguments.known;
import static dev.gatehouse.deployment.arm.FunctionArguments.knownText;
import static dev.gatehouse.deployment.arm.FunctionArguments.list;
import static dev.gatehouse.deployment.arm.FunctionArguments.number;
import static dev.gatehouse.deployment.arm.FunctionArguments.text;
import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Functions of lists, and those of lists, objects and texts alike. The length of a list is known. */
final class CollectionFunctions {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST_RANGE = 10_000; // a limit of Azure Resource Manager

    static final Map<String, Functions.Function> ALL = Map.ofEntries(
            entry("createarray", arguments -> JSON.arrayNode().addAll(arguments)),
            entry("array", arguments -> array(argument(arguments, 0))),
            entry("length", arguments -> IntNode.valueOf(length(argument(arguments, 0)))),
            entry("empty", CollectionFunctions::empty),
            entry("contains", CollectionFunctions::contains),
            entry("first", arguments -> end(argument(arguments, 0), true)),
            entry("last", arguments -> end(argument(arguments, 0), false)),
            entry("take", arguments -> part(argument(arguments, 0), 0, count(argument(arguments, 1)))),
            entry("skip", arguments -> part(argument(arguments, 0), count(argument(arguments, 1)), Limits.LARGEST)),
            entry("flatten", arguments -> concatenated(list(argument(arguments, 0)))),
            entry("range", CollectionFunctions::range));

    private CollectionFunctions() {}

    static JsonNode concatenated(Iterable<JsonNode> lists) {
        ArrayNode all = JSON.arrayNode();
        lists.forEach(each -> all.addAll(list(each)));
        return all;
    }

    private static JsonNode array(JsonNode value) {
        if (PartialText.isUnknown(value)) {
            throw ExpressionFault.open();
        }
        return value.isArray() ? value : JSON.arrayNode().add(value);
    }

    private static int length(JsonNode value) {
        return value.isContainerNode() ? value.size() : text(known(value)).length();
    }

    /** A text is not empty when a part of it is known. */
    private static JsonNode empty(List<JsonNode> arguments) {
        JsonNode value = argument(arguments, 0);
        if (value.isTextual() && !new PartialText(value.textValue()).with("").isEmpty()) {
            return BooleanNode.FALSE;
        }
        return BooleanNode.valueOf(value.isNull() || length(value) == 0);
    }

    private static JsonNode contains(List<JsonNode> arguments) {
        JsonNode whole = argument(arguments, 0);
        if (whole.isObject()) {
            return BooleanNode.valueOf(
                    ObjectFunctions.property(whole, knownText(arguments, 1)).isPresent());
        }
        JsonNode sought = known(argument(arguments, 1));
        if (!whole.isArray()) {
            return BooleanNode.valueOf(lower(known(whole)).contains(lower(sought)));
        }
        for (JsonNode element : whole) {
            if (element.equals(sought)) {
                return BooleanNode.TRUE;
            }
        }
        known(whole);
        return BooleanNode.FALSE;
    }

    private static String lower(JsonNode value) {
        return text(value).toLowerCase(Locale.ROOT);
    }

    /** Of an empty list it is null. */
    private static JsonNode end(JsonNode value, boolean isFirst) {
        if (value.isArray()) {
            return value.isEmpty() ? NullNode.getInstance() : value.get(isFirst ? 0 : value.size() - 1);
        }
        String text = text(known(value));
        int length = Math.min(1, text.length());
        return TextNode.valueOf(isFirst ? text.substring(0, length) : text.substring(text.length() - length));
    }

    private static JsonNode part(JsonNode value, int skipped, int taken) {
        if (!value.isArray()) {
            String text = text(known(value));
            int start = Math.min(skipped, text.length());
            return TextNode.valueOf(text.substring(start, Math.min(text.length(), start + taken)));
        }
        List<JsonNode> all = new ArrayList<>();
        value.forEach(all::add);
        int start = Math.min(skipped, all.size());
        return JSON.arrayNode().addAll(all.subList(start, Math.min(all.size(), start + taken)));
    }

    private static JsonNode range(List<JsonNode> arguments) {
        long start = number(argument(arguments, 0));
        int length = count(argument(arguments, 1));
        if (length > LONGEST_RANGE) {
            throw new ExpressionFault("has a range() of more than " + LONGEST_RANGE);
        }
        ArrayNode range = JSON.arrayNode();
        for (int i = 0; i < length; i++) {
            range.add(LogicFunctions.of(start + i));
        }
        return range;
    }
}
