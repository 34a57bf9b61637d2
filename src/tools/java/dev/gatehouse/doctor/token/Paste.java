package dev.gatehouse.doctor.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.token.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What somebody has pasted, brought into the form in which a client would send it. */
public sealed interface Paste {

    /** @param remarks what was done to it, for whoever wonders */
    record OneToken(String token, List<String> remarks) implements Paste {
        public OneToken {
            remarks = List.copyOf(remarks);
        }

        /** Never the token itself. */
        @Override
        public String toString() {
            return "a token " + remarks;
        }
    }

    /** Nothing that could be judged; the message says what it is instead, without repeating it. */
    record NoToken(String message) implements Paste {}

    ObjectMapper JSON = new ObjectMapper();
    List<String> MEMBERS = List.of("access_token", "accessToken", "token");
    Pattern TOKEN = Pattern.compile("(?<![\\w.-])eyJ[\\w-]+\\.eyJ[\\w-]+\\.[\\w-]+");
    Pattern SCHEME = Pattern.compile("(?i)^(authorization\\s*:\\s*)?(bearer(\\s+|$))?");
    Pattern QUOTES = Pattern.compile("^[\"'`]+|[\"'`,;]+$");
    Pattern BREAKS = Pattern.compile("\\s+|\\\\[nr]|\\\\$|[\\u200b\\u200c\\u200d\\ufeff]");

    static Paste read(String pasted) {
        String text = pasted.replace("\ufeff", "").strip();
        if (text.isEmpty()) {
            return new NoToken("there is nothing to read; paste an access token and end with Ctrl-D, or give --file");
        }
        if (text.startsWith("{")) {
            return ofJson(text);
        }
        return ofText(text, List.of());
    }

    private static Paste ofJson(String text) {
        try {
            JsonNode answer = JSON.readTree(text);
            for (String member : MEMBERS) {
                if (answer.path(member).isTextual()) {
                    return ofText(
                            answer.path(member).asText(),
                            List.of("This was a whole token answer (JSON): its " + member + " was taken."));
                }
            }
            return new NoToken(
                    answer.has("error")
                            ? "this is an error answer, not a token: "
                                    + Redaction.of(answer.path("error").asText() + " "
                                            + answer.path("error_description").asText())
                            : "this is JSON without access_token");
        } catch (JsonProcessingException malformed) {
            return new NoToken("this starts like JSON, but is none: line "
                    + malformed.getLocation().getLineNr());
        }
    }

    private static Paste ofText(String text, List<String> before) {
        long several = TOKEN.matcher(text)
                .results()
                .map(found -> found.group())
                .distinct()
                .count();
        if (several > 1) {
            return new NoToken("these are " + several + " tokens; paste one");
        }
        List<String> remarks = new ArrayList<>(before);
        String bare = QUOTES.matcher(text.strip()).replaceAll("").strip();
        if (bare.length() < text.strip().length()) {
            remarks.add(
                    "Quotes or punctuation around the token were removed; a client that sends them is answered 400.");
        }
        String token = SCHEME.matcher(bare).replaceFirst("");
        if (token.length() < bare.length()) {
            remarks.add("What stands before the token in a header (Bearer) was removed.");
        }
        String joined = BREAKS.matcher(QUOTES.matcher(token).replaceAll("")).replaceAll("");
        if (joined.length() < token.length()) {
            remarks.add("The token had line breaks, spaces or quotes in it, which were removed;"
                    + " a client that sends them is answered 400.");
        }
        return joined.isEmpty()
                ? new NoToken("there is no token behind the word Bearer")
                : new OneToken(joined, remarks);
    }
}
