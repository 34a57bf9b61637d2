package dev.gatehouse.doctor.token;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands between the name of the header and the token in pasted text: it was sent like that (RFC 6750 §2.1). */
final class SentHeader {
    private static final Pattern BEFORE =
            Pattern.compile("(?i)\\bauthorization[\"'\\\\]*\\s*[:=]\\s*[\"'\\\\]*([^\\r\\n]{0,40}?)(?=eyJ)");
    private static final Pattern TWICE = Pattern.compile("(?i)\\bbearer(?:\\s|%20|\\+)*[: ]\\s*bearer\\b");

    private SentHeader() {}

    /** The fault that the server answers with 401 or 400, whatever the token is. */
    static Optional<TokenCause> fault(String text) {
        if (TWICE.matcher(text).find()) {
            return Optional.of(
                    cause(
                            "bearer-twice",
                            "The word Bearer is in the header twice, so no layer can read the token.",
                            "Send it once: the program or tool that sends the header adds the word itself, so give it the token only."));
        }
        Matcher before = BEFORE.matcher(text);
        if (!before.find()) {
            return Optional.empty();
        }
        String scheme = before.group(1).strip().toLowerCase(Locale.ROOT);
        if (scheme.isEmpty()) {
            return Optional.of(cause(
                    "bearer-missing",
                    "The word Bearer is missing in front of the token, so no layer takes it for one.",
                    "Send: Authorization: Bearer TOKEN."));
        }
        return scheme.equals("bearer") || scheme.contains("$") || scheme.contains("`")
                ? Optional.empty()
                : Optional.of(cause(
                        "another-scheme",
                        "In front of the token stands something else than the word Bearer and a space.",
                        "Send: Authorization: Bearer TOKEN, without colon, quotes or another scheme."));
    }

    private static TokenCause cause(String id, String says, String fix) {
        return new TokenCause(id, "", says, fix);
    }
}
