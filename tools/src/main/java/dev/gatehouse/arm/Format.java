package dev.gatehouse.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code format('{0} and {1}', …)}, without .NET's alignments and number formats. */
record Format() implements Functions.Function {
    private static final Pattern PLACE = Pattern.compile("\\{\\{|}}|\\{([0-9]{1,3})}|[{}]");

    @Override
    public JsonNode of(List<JsonNode> arguments) {
        Matcher places = PLACE.matcher(Functions.text(Functions.known(arguments, 0)));
        StringBuilder formatted = new StringBuilder();
        while (places.find()) {
            places.appendReplacement(formatted, Matcher.quoteReplacement(filled(places, arguments)));
        }
        return TextNode.valueOf(places.appendTail(formatted).toString());
    }

    private static String filled(Matcher place, List<JsonNode> arguments) {
        if (place.group(1) != null) {
            return Functions.text(Functions.argument(arguments, Integer.parseInt(place.group(1)) + 1));
        }
        if (place.group().length() == 1) {
            throw new ExpressionFault("has a format with a " + place.group() + " that is not understood");
        }
        return place.group().substring(1);
    }
}
