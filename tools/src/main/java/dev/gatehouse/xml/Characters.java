package dev.gatehouse.xml;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What XML accepts as a character and as white space (XML 1.0, 2.2 and 2.3), and character references (4.1), the five entities among them. */
final class Characters {
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:(lt|gt|amp|quot|apos)|#(\\d{1,7})|#x([0-9A-Fa-f]{1,6}));");
    private static final Map<String, String> NAMED =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'");

    private Characters() {}

    static boolean isCharacter(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || codePoint >= 0x20 && codePoint <= 0xD7FF
                || codePoint >= 0xE000 && codePoint <= 0xFFFD
                || codePoint >= 0x10000 && codePoint <= Character.MAX_CODE_POINT;
    }

    /** The index of the first character that XML does not allow, such as an unpaired surrogate; -1 when all are allowed. */
    static int firstForeign(String text) {
        for (int index = 0; index < text.length(); index += Character.charCount(text.codePointAt(index))) {
            if (!isCharacter(text.codePointAt(index))) {
                return index;
            }
        }
        return -1;
    }

    static boolean isWhiteSpace(String text) {
        return text.chars().allMatch(each -> " \t\r\n".indexOf(each) >= 0);
    }

    /** The text with every reference replaced by its character. */
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
                        .anyMatch(each -> each.group(1) == null && !isCharacter(code(each)));
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
