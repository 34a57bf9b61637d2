package dev.gatehouse.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.redaction.Redaction;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes whatever others wrote fit to be shown: without anything like a token, a key or a secret. {@link Redaction} is the base
 * of all policies. Takes time in proportion to the text.
 */
public enum Redactor {
    /** One line of 120 characters, as in the guard's log. */
    LOG(Redaction::of),
    /** 1000 printable characters, word by word, so that a list of ids is not cut off after the third. */
    TRACE(Redactor::words),
    /** As long as the text was; of a token the claims stay, except personal ones. */
    PASTED(Redactor::pasted);

    /** Stands for what is not shown. */
    static final String HIDDEN = "[redacted]";

    /** Stands at the end of what is shown in part. */
    static final String CUT = "...";

    private static final String TOKEN = "[token]";
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7e]");
    private static final int LONGEST = 1_000;
    /** So much of a text is looked at: what is not shown is left out only then. */
    private static final int MOST_READ = 16 * LONGEST;

    private static final int MOST_ENTRIES = 60;

    private final UnaryOperator<String> rule;

    Redactor(UnaryOperator<String> rule) {
        this.rule = rule;
    }

    public String text(String text) {
        return rule.apply(text);
    }

    /** A value, hidden where its name is likely a secret's. */
    public Object value(String name, Object value) {
        return SecretNames.isOne(name) ? HIDDEN : value(value);
    }

    /** A text, number or truth value, or a list or map of them, of which at most 60 entries are shown. */
    public Object value(Object value) {
        return mapped(value, rule, MOST_ENTRIES);
    }

    public Map<String, Object> map(Map<?, ?> values) {
        return mapped(values, rule, MOST_ENTRIES);
    }

    /** JSON whose members and headers say by their names what is secret, in the form of {@link #PASTED}. */
    public static JsonNode json(JsonNode json) {
        return SecretsInJson.hidden(json);
    }

    /** For names that are ours: nothing that a terminal would obey. */
    public static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("?");
    }

    private static String pasted(String text) {
        return SecretsInText.hidden(text, token -> ShownToken.words(token).orElse(TOKEN));
    }

    /** Cut off only once nothing secret is in it. */
    private static String words(String text) {
        String hidden = SecretsInText.hidden(read(text), token -> TOKEN);
        String shown = Arrays.stream(hidden.split(" ", -1)).map(Redaction::of).collect(Collectors.joining(" "));
        return shown.length() > LONGEST ? shown.substring(0, LONGEST) + " " + CUT : shown;
    }

    /** Whole words of a text, except one that is too long to be looked at; that one {@link Redaction} cuts off. */
    private static String read(String text) {
        if (text.length() <= MOST_READ) {
            return text;
        }
        int blank = text.lastIndexOf(' ', MOST_READ);
        return blank > 0 ? text.substring(0, blank) : text.substring(0, MOST_READ);
    }

    static Map<String, Object> mapped(Map<?, ?> values, UnaryOperator<String> rule, long most) {
        Map<String, Object> shown = new LinkedHashMap<>();
        values.entrySet().stream()
                .limit(most)
                .forEach(entry ->
                        shown.put(rule.apply(String.valueOf(entry.getKey())), mapped(entry.getValue(), rule, most)));
        return Collections.unmodifiableMap(shown);
    }

    private static Object mapped(Object value, UnaryOperator<String> rule, long most) {
        if (value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            return mapped(map, rule, most);
        }
        return value instanceof Collection<?> several
                ? several.stream()
                        .limit(most)
                        .map(each -> mapped(each, rule, most))
                        .toList()
                : rule.apply(String.valueOf(value));
    }
}
