package dev.gatehouse.redaction;

import java.util.regex.Pattern;

/** Makes a sender's text fit to be shown to an operator: short, on one line, and without anything like a token or a key. */
public final class Redaction {
    private static final int MAX_LENGTH = 120;
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{5,}(\\.[\\w-]*)*");
    private static final String GUID = "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";

    private static final int SHORTEST_KEY = 40;
    private static final int SHORTEST_HEXADECIMAL_KEY = 32;

    /** A key: long and random, perhaps percent-encoded; hexadecimal; or a client secret of Entra, which has a tilde. */
    private static final String KEY = "(?:(?!" + GUID + ")(?:[A-Za-z0-9+/_=~-]|%[0-9A-Fa-f]{2})){40,}"
            + "|\\b[0-9A-Fa-f]{32,}\\b|\\w{3}\\dQ~[\\w.~-]{20,}";

    /** Ids are no secrets, and issuers would be unreadable without theirs. */
    private static final Pattern ID_OR_KEY = Pattern.compile("(" + GUID + ")|" + KEY);

    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7e]");

    private Redaction() {}

    public static String of(String text) {
        return isHarmless(text) ? text : redacted(text);
    }

    /** Ids and most text: too short for a key, no token, no secret, all printable. The rest takes expressions, and so long. */
    private static boolean isHarmless(String text) {
        if (text.length() >= SHORTEST_KEY || text.contains("eyJ")) {
            return false;
        }
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            run = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' ? run + 1 : 0;
            if (c < ' ' || c >= '~' || run >= SHORTEST_HEXADECIMAL_KEY) {
                return false;
            }
        }
        return true;
    }

    private static String redacted(String text) {
        String bounded = text.length() > 4 * MAX_LENGTH ? text.substring(0, 4 * MAX_LENGTH) : text;
        String printable = UNPRINTABLE.matcher(hidden(bounded)).replaceAll("?");
        return printable.length() > MAX_LENGTH ? printable.substring(0, MAX_LENGTH) + "..." : printable;
    }

    /** The same text without anything like a token or a key, as long as it was and in any script. */
    public static String hidden(String text) {
        return ID_OR_KEY
                .matcher(TOKEN.matcher(text).replaceAll("[token]"))
                .replaceAll(run -> run.group(1) == null ? "[redacted]" : run.group(1));
    }
}
