package dev.gatehouse.deployment.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A name that is replaced in the texts of JSON. */
record NewName(Pattern old, String name) {

    /** Where it is a whole segment of an id, a whole literal of an expression, or a whole text. */
    static NewName ofSegment(String old, String name) {
        String quoted = Pattern.quote(old);
        return new NewName(Pattern.compile("(?<=/|')" + quoted + "(?=/|'|$)|^" + quoted + "$"), name);
    }

    /** Wherever the text is found, which no other text contains. */
    static NewName ofAll(String old, String name) {
        return new NewName(Pattern.compile(Pattern.quote(old)), name);
    }

    void in(ObjectNode object) {
        object.fieldNames().forEachRemaining(field -> object.set(field, replaced(object.get(field))));
    }

    private JsonNode replaced(JsonNode value) {
        if (value instanceof ObjectNode object) {
            in(object);
        } else if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, replaced(array.get(i)));
            }
        } else if (value.isTextual()) {
            return TextNode.valueOf(old.matcher(value.textValue()).replaceAll(Matcher.quoteReplacement(name)));
        }
        return value;
    }
}
