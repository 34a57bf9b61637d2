package dev.gatehouse.deployment.arm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code format('{0} and {1}', …)}, without .NET's alignments and number formats. */
record Format() implements Functions.Function {
    private static final Pattern PLACE = Pattern.compile("\\{\\{|}}|\\{([0-9]{1,3})}|[{}]");

    @Override
    public JsonNode of(List<JsonNode> arguments) {
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
