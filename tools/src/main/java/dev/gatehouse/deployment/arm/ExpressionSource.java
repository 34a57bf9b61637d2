package dev.gatehouse.deployment.arm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An expression as messages show it: with what is known of its parts in their place, so that the same text means the same
 * value wherever in a template it is written.
 */
final class ExpressionSource {
    private static final int LONGEST = 80;
    private static final int LONGEST_OF_ALL = 1_000;

    private ExpressionSource() {}

    /** @param arguments those that have been evaluated */
    static String of(TemplateExpression.Call call, List<JsonNode> arguments) {
        StringBuilder source = new StringBuilder(call.function()).append('(');
        for (int i = 0; i < call.arguments().size(); i++) {
            TemplateExpression written = call.arguments().get(i);
            source.append(i == 0 ? "" : ", ")
                    .append(i < arguments.size() ? of(written, arguments.get(i)) : written.source());
        }
        source.append(')');
        return source.length() > LONGEST_OF_ALL ? call.source() : source.toString();
    }

    /** A short value itself; else what it was written as. */
    static String of(TemplateExpression written, JsonNode value) {
        boolean isShort = value.isValueNode() && !value.isPojo() && !isLong(value);
        return isShort ? of(value) : written.source();
    }

    /** A value as an expression would have it. */
    static String of(JsonNode value) {
        if (!value.isTextual()) {
            String json = value.toString();
            return value.isNull() ? "null()" : isLong(value) ? shortened(json) : json;
        }
        PartialText text = new PartialText(value.textValue());
        if (PartialText.isUnknown(value)) {
            return text.unknown().orElse("");
        }
        return "'" + (isLong(value) ? shortened(text.shown()) : text.shown()).replace("'", "''") + "'";
    }

    private static boolean isLong(JsonNode value) {
        String text = value.isTextual() ? value.textValue() : value.toString();
        return new PartialText(text).with("").length() > LONGEST || text.length() > LONGEST_OF_ALL;
    }

    /** With a number that distinguishes it from others with the same beginning. */
    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST)) + "... #" + Integer.toHexString(text.hashCode());
    }
}
