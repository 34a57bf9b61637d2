package dev.gatehouse.deployment.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** A text that a function makes, limited to a length that a property can have. */
final class LimitedText {
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
}
