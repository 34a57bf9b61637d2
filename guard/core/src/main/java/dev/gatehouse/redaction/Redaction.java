package dev.gatehouse.redaction;

import dev.gatehouse.guid.Guid;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a sender's text fit to be shown to an operator: short, on one line, and without anything like a token or a key. */
public final class Redaction {
    private static final int MAX_LENGTH = 120;
    private static final int SHORTEST_KEY = 40;
    private static final int SHORTEST_HEXADECIMAL_KEY = 32;

    // Each takes time in proportion to the text and no stack: no group is repeated, and no repetition gives back what
    // it took.
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w.-]{5,}+");
    /** A client secret of Entra, by its tilde. */
    private static final Pattern CLIENT_SECRET = Pattern.compile("\\w{3}\\dQ~[\\w.~-]{20,}+");
    /** Members of connection strings and parameters of addresses that are secret however short they are. */
    private static final Pattern NAMED = Pattern.compile(
            "(?i)(AccountKey|SharedAccessKey|SharedAccessSignature|Password|Pwd|client_secret|sig)=(?!\\[)[^\\s;&,\"']++");

    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/?#\\s@]++@");
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9+/_=~%-]{" + SHORTEST_HEXADECIMAL_KEY + ",}+");
    private static final Pattern HEXADECIMAL_KEY =
            Pattern.compile("(?<![A-Za-z0-9])[0-9A-Fa-f]{" + SHORTEST_HEXADECIMAL_KEY + ",}+(?![A-Za-z0-9])");
    private static final String REDACTED = "[redacted]";

    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7e]");

    private Redaction() {}

    public static String of(String text) {
        return isHarmless(text) ? text : redacted(text);
    }

    /** Ids and most text: too short for a key, no token, nothing that has a name or a user, all printable. */
    private static boolean isHarmless(String text) {
        if (text.length() >= SHORTEST_KEY || text.contains("eyJ")) {
            return false;
        }
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            run = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' ? run + 1 : 0;
            if (c < ' ' || c >= '~' || c == '=' || c == '@' || run >= SHORTEST_HEXADECIMAL_KEY) {
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
        String clean = TOKEN.matcher(text).replaceAll("[token]");
        clean = CLIENT_SECRET.matcher(clean).replaceAll(REDACTED);
        clean = NAMED.matcher(clean).replaceAll("$1=" + REDACTED);
        clean = USER_INFO.matcher(clean).replaceAll(REDACTED + "@");
        return RUN.matcher(clean).replaceAll(run -> withoutKeys(run.group()));
    }

    /** Ids are no secrets, and issuers would be unreadable without theirs: what lies between them is looked at. */
    private static String withoutKeys(String run) {
        StringBuilder shown = new StringBuilder();
        Matcher id = Guid.in(run);
        int from = 0;
        while (id.find()) {
            shown.append(withoutKey(run.substring(from, id.start()))).append(id.group());
            from = id.end();
        }
        return shown.append(withoutKey(run.substring(from))).toString();
    }

    /** Long and random, perhaps percent-encoded; or hexadecimal. */
    private static String withoutKey(String text) {
        return text.length() >= SHORTEST_KEY
                ? REDACTED
                : HEXADECIMAL_KEY.matcher(text).replaceAll(REDACTED);
    }
}
