package dev.gatehouse.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of which parts may be known at run time only.
 *
 * @param marked the text, with such parts as expressions between {@code ‹} and {@code ›}
 */
public record Text(String marked) {
    private static final char OPEN = '‹';
    private static final char CLOSE = '›';
    private static final Pattern UNKNOWN = Pattern.compile("‹([^›]*)›");

    /** A text that is not known at all. */
    public static Text unknown(String expression) {
        return new Text(OPEN + expression.replace(OPEN, '<').replace(CLOSE, '>') + CLOSE);
    }

    /** Whether a value is known to its last part. */
    static boolean isKnown(JsonNode value) {
        return value.toString().indexOf(OPEN) < 0;
    }

    JsonNode node() {
        return TextNode.valueOf(marked);
    }

    public boolean isKnown() {
        return marked.indexOf(OPEN) < 0;
    }

    /** The first expression that is not known. */
    public Optional<String> unknown() {
        Matcher found = UNKNOWN.matcher(marked);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** What is known of the beginning. */
    public String prefix() {
        return isKnown() ? marked : marked.substring(0, marked.indexOf(OPEN));
    }

    /** What is known of the end. */
    public String suffix() {
        return isKnown() ? marked : marked.substring(marked.lastIndexOf(CLOSE) + 1);
    }

    /** The text as people read it: {@code [expression]} for what is not known. */
    public String shown() {
        return marked.replace(OPEN, '[').replace(CLOSE, ']');
    }

    /** The text with a stand-in for every part that is not known. */
    public String with(String standIn) {
        return UNKNOWN.matcher(marked).replaceAll(Matcher.quoteReplacement(standIn));
    }

    /** The text with what is known of it replaced. */
    public Text replaced(String old, String by) {
        StringBuilder replaced = new StringBuilder();
        int known = 0;
        Matcher unknown = UNKNOWN.matcher(marked);
        while (unknown.find()) {
            replaced.append(marked.substring(known, unknown.start()).replace(old, by))
                    .append(unknown.group());
            known = unknown.end();
        }
        return new Text(
                replaced.append(marked.substring(known).replace(old, by)).toString());
    }
}
