package dev.gatehouse.deployment.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text that a function makes, limited to a length that a property can have. */
final class LimitedText {
    private static final Pattern PLACE = Pattern.compile("\\{\\{|}}|\\{([0-9]{1,3})}|[{}]");
    private static final int LONGEST = 524_288; // twice what API Management takes of a policy

    private final StringBuilder text = new StringBuilder();

    LimitedText append(String part) {
        requireLength((long) text.length() + part.length());
        text.append(part);
        return this;
    }

    JsonNode node() {
        return TextNode.valueOf(text.toString());
    }

    /** @throws ExpressionFault when a text would be too long */
    static void requireLength(long length) {
        if (length > LONGEST) {
            throw new ExpressionFault("makes a text of more than " + LONGEST + " characters");
        }
    }

    /** {@code format('{0} and {1}', …)}, without .NET's alignments and number formats. */
    static JsonNode formatted(List<JsonNode> arguments) {
        String format = FunctionArguments.knownText(arguments, 0);
        Matcher places = PLACE.matcher(format);
        LimitedText formatted = new LimitedText();
        int next = 0;
        while (places.find()) {
            formatted.append(format.substring(next, places.start())).append(filled(places, arguments));
            next = places.end();
        }
        return formatted.append(format.substring(next)).node();
    }

    private static String filled(Matcher place, List<JsonNode> arguments) {
        if (place.group(1) != null) {
            JsonNode value = FunctionArguments.argument(arguments, Integer.parseInt(place.group(1)) + 1);
            return FunctionArguments.text(value);
        }
        if (place.group().length() == 1) {
            throw new ExpressionFault("has a format with an unsupported " + place.group());
        }
        return place.group().substring(1);
    }
}
