package dev.gatehouse.deployment.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * A text of which parts may be known at run time only.
 *
 * @param marked the text; such a part is its expression between two marks, in characters that no language gives a
 *     meaning: a reader of XML, addresses or names finds nothing in it
 */
public record PartialText(String marked) {
    /** Where the characters of ASCII are while they are part of an expression: among those for private use. */
    private static final char SHIFT = '\uE000';

    private static final char OPEN = '\uE0FE';
    private static final char CLOSE = '\uE0FF';
    private static final Pattern UNKNOWN = Pattern.compile(OPEN + "([^" + OPEN + CLOSE + "]*)" + CLOSE);
    private static final int ASCII = 128;

    /** A text that is not known at all. */
    public static PartialText unknown(String expression) {
        String plain = new PartialText(expression).shown();
        char[] marked = new char[plain.length() + 2];
        marked[0] = OPEN;
        for (int at = 0; at < plain.length(); at++) {
            char each = plain.charAt(at);
            marked[at + 1] = each < ASCII ? (char) (SHIFT + each) : each;
        }
        marked[plain.length() + 1] = CLOSE;
        return new PartialText(new String(marked));
    }

    /** Whether a value is known completely. */
    static boolean isKnown(JsonNode value) {
        return value.isContainerNode()
                ? StreamSupport.stream(value.spliterator(), false).allMatch(PartialText::isKnown)
                : !value.isTextual() || new PartialText(value.textValue()).isKnown();
    }

    /** Whether nothing is known of a value, not even its type. */
    static boolean isUnknown(JsonNode value) {
        String text = value.isTextual() ? value.textValue() : "";
        return text.length() > 1
                && text.charAt(0) == OPEN
                && text.indexOf(OPEN, 1) < 0
                && text.indexOf(CLOSE) == text.length() - 1;
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
        return found.find() ? Optional.of(String.valueOf(plain(found.start(1), found.end(1)))) : Optional.empty();
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
        if (isKnown()) {
            return marked;
        }
        StringBuilder shown = new StringBuilder(marked.length());
        Matcher unknown = UNKNOWN.matcher(marked);
        int known = 0;
        while (unknown.find()) {
            shown.append(marked, known, unknown.start())
                    .append('[')
                    .append(plain(unknown.start(1), unknown.end(1)))
                    .append(']');
            known = unknown.end();
        }
        return shown.append(marked, known, marked.length()).toString();
    }

    /** The text with a placeholder for every part that is not known. */
    public String with(String standIn) {
        return UNKNOWN.matcher(marked).replaceAll(Matcher.quoteReplacement(standIn));
    }

    /** The text with what is known of it replaced: a part that is not known may hold it too, and stays as it is. */
    public PartialText replaced(String old, String by) {
        StringBuilder replaced = new StringBuilder();
        int known = 0;
        Matcher unknown = UNKNOWN.matcher(marked);
        while (unknown.find()) {
            replaced.append(marked.substring(known, unknown.start()).replace(old, by))
                    .append(unknown.group());
            known = unknown.end();
        }
        return new PartialText(
                replaced.append(marked.substring(known).replace(old, by)).toString());
    }

    /** The text with those of its unknown parts replaced that have a value now. */
    PartialText filled(Function<PartialText, Optional<String>> value) {
        return new PartialText(UNKNOWN.matcher(marked)
                .replaceAll(found -> Matcher.quoteReplacement(
                        value.apply(new PartialText(found.group())).orElse(found.group()))));
    }

    private char[] plain(int start, int end) {
        char[] plain = new char[end - start];
        marked.getChars(start, end, plain, 0);
        for (int at = 0; at < plain.length; at++) {
            char each = plain[at];
            plain[at] = each >= SHIFT && each < SHIFT + ASCII ? (char) (each - SHIFT) : each;
        }
        return plain;
    }
}
