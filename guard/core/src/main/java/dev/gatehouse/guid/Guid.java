package dev.gatehouse.guid;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of a GUID: 8-4-4-4-12 hexadecimal digits, without braces (RFC 9562 §4). */
public final class Guid {
    /** For patterns of texts that have one in them; it has no capturing group. */
    public static final String FORM = "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";

    /** No id of anything. */
    public static final String NIL = "00000000-0000-0000-0000-000000000000";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    private Guid() {}

    /** In small or capital letters. */
    public static boolean matches(String text) {
        return PATTERN.matcher(text).matches();
    }

    /** In small letters, as Entra writes them. */
    public static boolean isLowerCase(String text) {
        return matches(text) && text.equals(text.toLowerCase(Locale.ROOT));
    }

    /** Those in a text. */
    public static Matcher in(String text) {
        return PATTERN.matcher(text);
    }
}
