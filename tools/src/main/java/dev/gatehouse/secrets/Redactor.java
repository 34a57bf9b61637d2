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
 * Makes text from outside safe to show: removes anything like a token, a key or a secret. {@link Redaction} is the base
 * of all policies. Takes time in proportion to the text.
 */
public enum Redactor {
    /** One line of 120 characters, as in the guard's log. */
    LOG(Redaction::of),
    /** 1000 printable characters, word by word, so that a list of ids is not cut off after the third. */
    TRACE(Redactor::words),
    /** The whole text; of a token the claims stay, except personal ones. */
    PASTED(Redactor::pasted);

    /** Replaces a hidden value. */
    static final String HIDDEN = "[redacted]";

    /** Marks the end of a text that is shown in part. */
    static final String CUT = "...";

    private static final String TOKEN = "[token]";
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7e]");
    private static final int LONGEST = 1_000;
    /** The number of characters that are examined; a text is shortened only after that. */
    private static final int MOST_READ = 16 * LONGEST;

    private static final int MOST_ENTRIES = 60;

    private final UnaryOperator<String> rule;

    Redactor(UnaryOperator<String> rule) {
        this.rule = rule;
    }

    public String text(String text) {
        return rule.apply(text);
    }

    /** A value, hidden if its name is likely that of a secret. */
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

    /** JSON whose member and header names show what is secret, in the form of {@link #PASTED}. */
    public static JsonNode json(JsonNode json) {
        return SecretsInJson.hidden(json);
    }

    /** For Gatehouse's own names: removes only terminal control characters. */
    public static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("?");
    }

    private static String pasted(String text) {
        return SecretsInText.hidden(text, token -> ShownToken.words(token).orElse(TOKEN));
    }

    /** Cut off only after all secrets are removed. */
    private static String words(String text) {
        String hidden = SecretsInText.hidden(read(text), token -> TOKEN);
        String shown = Arrays.stream(hidden.split(" ", -1)).map(Redaction::of).collect(Collectors.joining(" "));
        return shown.length() > LONGEST ? shown.substring(0, LONGEST) + " " + CUT : shown;
    }

    /** Whole words of a text; a word that is too long to examine is cut off by {@link Redaction}. */
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
        if (value instanceof Long number && number.intValue() == number) {
            return number.intValue(); // the form in which a trace is read again from its JSON
        }
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
