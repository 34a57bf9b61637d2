package dev.gatehouse.doctor.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Pasted text, converted to the form in which a client would send it. */
public sealed interface PastedInput {

    /**
     * @param remarks how it was changed
     * @param fault of the header that it was sent in, where that was pasted too
     */
    record OneToken(String token, List<String> remarks, Optional<TokenCause> fault) implements PastedInput {
        public OneToken {
            remarks = List.copyOf(remarks);
        }

        public OneToken(String token, List<String> remarks) {
            this(token, remarks, Optional.empty());
        }

        /** The same with another remark. */
        public OneToken and(String remark) {
            List<String> all = new ArrayList<>(remarks);
            all.add(remark);
            return new OneToken(token, all, fault);
        }

        /** Never the token itself. */
        @Override
        public String toString() {
            return "a token " + remarks;
        }
    }

    /** The text is not a token; the message says what it is instead, without repeating it. */
    record NoToken(String message) implements PastedInput {}

    int LONGEST = 1_000_000;

    /** Reads all lines, not only the first. */
    Pattern TOKEN = Pattern.compile(
            "(?<![\\w.-])eyJ[\\w-]+\\.eyJ[\\w-]+\\.[\\w-]*+(?!\\.|\\s*[\\r\\n]\\s*[\\w-]+\\s*(?:[\\r\\n\"'&]|\\z))");

    Pattern SCHEME = Pattern.compile("(?i)^(authorization\\s*:\\s*)?(bearer(\\s+|$))*");
    Pattern QUOTES = Pattern.compile("^[\"'`]+|[\"'`,;]+$");
    Pattern BREAKS = Pattern.compile("\\s+|\\\\[nr]|\\\\$|[\\u200b\\u200c\\u200d\\ufeff]");
    Pattern BARE = Pattern.compile("[\\w.~-]*[=]*");

    static PastedInput read(String pasted) {
        String text = pasted.replace("\ufeff", "").strip();
        if (text.isEmpty()) {
            return new NoToken("no input; paste an access token and end with Ctrl-D, or use --file");
        }
        if (text.length() > LONGEST) {
            return new NoToken("not a token: it has " + text.length() + " characters");
        }
        String unquoted = QUOTES.matcher(text).replaceAll("").strip();
        PastedInput read = unquoted.startsWith("{") || unquoted.startsWith("[")
                ? TokenJson.read(unquoted)
                : ofText(text, List.of());
        return read instanceof OneToken one ? new OneToken(one.token(), one.remarks(), SentHeader.fault(text)) : read;
    }

    /** @param before earlier remarks */
    static PastedInput ofText(String text, List<String> before) {
        List<String> remarks = new ArrayList<>(before);
        List<String> tokens =
                TOKEN.matcher(text).results().map(MatchResult::group).toList();
        long several = tokens.stream().distinct().count();
        if (several > 1) {
            return new NoToken("found " + several + " tokens; paste one only");
        }
        if (tokens.size() > 1) {
            remarks.add("Found the same token " + tokens.size() + " times; a client that sends it twice is"
                    + " answered 400.");
            return new OneToken(tokens.get(0), remarks);
        }
        String joined = joined(text, remarks);
        if (joined.isEmpty()) {
            return new NoToken("the token after the word Bearer is missing");
        }
        if (tokens.isEmpty() || joined.startsWith("eyJ") && BARE.matcher(joined).matches()) {
            return new OneToken(joined, remarks);
        }
        return new OneToken(
                tokens.get(0),
                also(
                        before,
                        "Only the token was used, not the text around it; a client sends"
                                + " it as: Authorization: Bearer TOKEN."));
    }

    private static List<String> also(List<String> before, String remark) {
        List<String> remarks = new ArrayList<>(before);
        remarks.add(remark);
        return remarks;
    }

    /** Removes what terminals, editors and shells put around a token and into it. */
    private static String joined(String text, List<String> remarks) {
        String bare = QUOTES.matcher(text.strip()).replaceAll("").strip();
        if (bare.length() < text.strip().length()) {
            remarks.add(
                    "Quotes or punctuation around the token were removed; a client that sends them is answered 400.");
        }
        String token = SCHEME.matcher(bare).replaceFirst("");
        if (token.length() < bare.length()) {
            remarks.add("The word Bearer in front of the token was removed.");
        }
        String joined = BREAKS.matcher(QUOTES.matcher(token).replaceAll("")).replaceAll("");
        if (joined.length() < token.length()) {
            remarks.add("Line breaks, spaces or quotes inside the token were removed;"
                    + " a client that sends them is answered 400.");
        }
        return joined;
    }
}
