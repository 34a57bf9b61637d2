package dev.gatehouse.xml;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Character references (XML 1.0, 4.1) and the five entities that need no declaration. */
final class Entities {
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:(lt|gt|amp|quot|apos)|#(\\d{1,7})|#x([0-9A-Fa-f]{1,6}));");
    private static final Map<String, String> NAMED =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'");

    private Entities() {}

    static String decoded(String text) {
        return text.indexOf('&') < 0
                ? text
                : REFERENCE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(character(found)));
    }

    /** Whether an ampersand begins no reference. */
    static boolean isBare(String text) {
        return text.indexOf('&') >= 0 && REFERENCE.matcher(text).replaceAll("").indexOf('&') >= 0;
    }

    /** Whether a reference is to a character that XML does not allow. */
    static boolean isForeign(String text) {
        return text.indexOf('&') >= 0
                && REFERENCE
                        .matcher(text)
                        .results()
                        .anyMatch(each -> each.group(1) == null && !Characters.isCharacter(code(each)));
    }

    private static String character(MatchResult reference) {
        if (reference.group(1) != null) {
            return NAMED.getOrDefault(reference.group(1), "");
        }
        int code = code(reference);
        return Character.isValidCodePoint(code) ? Character.toString(code) : reference.group();
    }

    private static int code(MatchResult reference) {
        return reference.group(2) != null
                ? Integer.parseInt(reference.group(2))
                : Integer.parseInt(reference.group(3), 16);
    }
}
