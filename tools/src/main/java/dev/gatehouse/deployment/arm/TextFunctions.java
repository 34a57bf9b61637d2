package dev.gatehouse.deployment.arm;

import static dev.gatehouse.deployment.arm.FunctionArguments.argument;
import static dev.gatehouse.deployment.arm.FunctionArguments.count;
import static dev.gatehouse.deployment.arm.FunctionArguments.known;
import static dev.gatehouse.deployment.arm.FunctionArguments.knownText;
import static dev.gatehouse.deployment.arm.FunctionArguments.list;
import static dev.gatehouse.deployment.arm.FunctionArguments.text;
import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Functions of texts. */
final class TextFunctions {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static final Map<String, Functions.Function> ALL = Map.ofEntries(
            entry("format", LimitedText::formatted),
            entry("concat", TextFunctions::concat),
            entry("join", TextFunctions::join),
            entry("split", TextFunctions::split),
            entry("replace", TextFunctions::replace),
            entry("substring", TextFunctions::substring),
            entry("string", TextFunctions::string),
            entry("json", TextFunctions::json),
            entry("tolower", changed(text -> text.toLowerCase(Locale.ROOT))),
            entry("toupper", changed(text -> text.toUpperCase(Locale.ROOT))),
            entry("trim", changed(String::strip)),
            entry("base64", changed(text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))),
            entry("startswith", compared(String::startsWith)),
            entry("endswith", compared(String::endsWith)),
            entry("indexof", arguments -> IntNode.valueOf(lower(arguments, 0).indexOf(lower(arguments, 1)))),
            entry(
                    "lastindexof",
                    arguments -> IntNode.valueOf(lower(arguments, 0).lastIndexOf(lower(arguments, 1)))));

    private TextFunctions() {}

    private static Functions.Function changed(UnaryOperator<String> change) {
        return arguments -> TextNode.valueOf(change.apply(knownText(arguments, 0)));
    }

    /** ARM compares the beginning, the end and the place of a text without regard to case. */
    private static Functions.Function compared(BiPredicate<String, String> comparison) {
        return arguments -> BooleanNode.valueOf(comparison.test(lower(arguments, 0), lower(arguments, 1)));
    }

    private static String lower(List<JsonNode> arguments, int index) {
        return knownText(arguments, index).toLowerCase(Locale.ROOT);
    }

    private static JsonNode string(List<JsonNode> arguments) {
        JsonNode value = argument(arguments, 0);
        return value.isContainerNode()
                ? new LimitedText().append(known(value).toString()).node()
                : TextNode.valueOf(text(value));
    }

    private static JsonNode json(List<JsonNode> arguments) {
        try {
            return MAPPER.readTree(knownText(arguments, 0));
        } catch (JsonProcessingException malformed) {
            throw new ExpressionFault("reads a text as JSON that is not valid JSON");
        }
    }

    private static JsonNode concat(List<JsonNode> arguments) {
        if (argument(arguments, 0).isArray()) {
            return CollectionFunctions.concatenated(arguments);
        }
        if (arguments.size() > 1 && arguments.stream().anyMatch(JsonNode::isArray)) {
            throw ExpressionFault.open();
        }
        LimitedText all = new LimitedText();
        arguments.forEach(each -> all.append(text(each)));
        return all.node();
    }

    private static JsonNode join(List<JsonNode> arguments) {
        String separator = text(argument(arguments, 1));
        LimitedText joined = new LimitedText();
        String before = "";
        for (JsonNode element : list(argument(arguments, 0))) {
            joined.append(before).append(text(element));
            before = separator;
        }
        return joined.node();
    }

    /** What is not known may contain a separator. */
    private static JsonNode split(List<JsonNode> arguments) {
        return split(new PartialText(knownText(arguments, 0)), argument(arguments, 1));
    }

    /** {@code split} of a resource's name, in which no value of a parameter or another part may bring a slash of its own. */
    static JsonNode splitName(List<JsonNode> arguments) {
        return split(new PartialText(text(argument(arguments, 0))), argument(arguments, 1));
    }

    private static JsonNode split(PartialText text, JsonNode separators) {
        List<String> all = new ArrayList<>();
        (separators.isArray() ? list(separators) : JSON.arrayNode().add(separators))
                .forEach(each -> all.add(text(known(each))));
        List<String> parts = new ArrayList<>(List.of(text.marked()));
        for (String separator : all) {
            parts = parts.stream()
                    .flatMap(part -> separator.isEmpty()
                            ? List.of(part).stream()
                            : List.of(part.split(Pattern.quote(separator), -1)).stream())
                    .toList();
        }
        var list = JSON.arrayNode();
        parts.forEach(list::add);
        return list;
    }

    /** What is known of the text is replaced; what is not stays what it was. */
    private static JsonNode replace(List<JsonNode> arguments) {
        if (PartialText.isUnknown(argument(arguments, 0))) {
            throw ExpressionFault.open();
        }
        PartialText whole = new PartialText(text(argument(arguments, 0)));
        String old = knownText(arguments, 1);
        String by = text(argument(arguments, 2));
        if (old.isEmpty()) {
            throw new ExpressionFault("replaces an empty text");
        }
        long found = (whole.marked().length() - whole.marked().replace(old, "").length()) / old.length();
        LimitedText.requireLength(whole.marked().length() + found * by.length());
        return whole.replaced(old, by).node();
    }

    private static JsonNode substring(List<JsonNode> arguments) {
        String whole = knownText(arguments, 0);
        int start = count(argument(arguments, 1));
        int end = arguments.size() > 2 ? start + count(arguments.get(2)) : whole.length();
        if (start > whole.length() || end > whole.length()) {
            throw new ExpressionFault("takes a part beyond the end of a text");
        }
        return TextNode.valueOf(whole.substring(start, end));
    }
}
